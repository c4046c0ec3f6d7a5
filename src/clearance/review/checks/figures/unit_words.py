"""The words that a number may count between its digits and its words, in the skeleton's letters."""

from __future__ import annotations

from clearance.reading.skeleton import fold

_CURRENCIES = """
us u.s. united states american saudi des de d etats unis américains américain cfa fcfa xof xaf
dollar dollars usd us$ $ eur euro euros € sar sr riyal riyals rial rials saoudiens franc francs
pound pounds sterling gbp dirham dirhams dinar dinars aed kwd dh lira livres
دولار دولارا دولارات أمريكي أمريكيا أمريكية ريال ريالا ريالات سعودي سعوديا سعودية يورو درهم درهما
دراهم دينار دينارا دنانير فرنك فرنكا الولايات المتحدة
"""
_COUNTED = """
day days jour jours month months mois year years an ans année années week weeks semaine semaines
hour hours heure heures minutes calendar working ouvrables ouvrés consecutive member members
membres copies exemplaires pages states experts participants delegates
quarter quarters trimestre trimestres copy original originals originaux originales session sessions
term terms vote votes representative representatives représentant représentants seat seats period
periods periode période périodes mandat delegate délégué observateur observer observers
يوما يوم أيام شهرا شهر أشهر سنة سنوات عاما عام أعوام ساعة ساعات أسبوعا أسابيع دقيقة
عمل عضوا أعضاء عضو نسخة نسخ دولة دول صفحة صفحات
"""
_OTHERS = """
percent million millions billion billions milliard milliards thousand mille only seulement %
مليون مليونا ملايين مليار ألف آلاف فقط لا غير
"""
_TWO_OF = """
يومان يومين شهران شهرين سنتان سنتين عامان عامين أسبوعان أسبوعين ساعتان ساعتين نسختان نسختين
دولتان دولتين عضوان عضوين ليلتان ليلتين مرتان مرتين مرحلتان مرحلتين
"""
UNITS = frozenset(fold(_CURRENCIES + _COUNTED + _OTHERS).skeleton.split())
"""Currencies, what is counted in letters and contracts, and the words of great numbers."""
DUALS = frozenset(fold(_TWO_OF).skeleton.split())
"""Arabic nouns whose form says that there are two."""

"""The words that a number may count between its digits and its words, in the skeleton's letters."""

from __future__ import annotations

from typing import NamedTuple

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold

_CURRENCIES = """
us u.s. united states american saudi des de d etats unis américains américain cfa fcfa xof xaf
dollar dollars usd us$ $ eur euro euros € sar sr riyal riyals rial rials saoudiens franc francs
jordanian kuwaiti bahraini tunisian algerian iraqi libyan omani qatari emirati moroccan egyptian
jordanien jordaniens koweïtien koweïtiens tunisien tunisiens algérien algériens marocain marocains
أردني أردنيا كويتي كويتيا تونسي تونسيا جزائري جزائريا مغربي مغربيا إماراتي إماراتيا قطري قطريا عماني
pound pounds sterling gbp dirham dirhams dinar dinars aed kwd jod bhd dh lira livres ليرة ليرات
swiss suisse suisses chf سويسري سويسريا saoudienne qatarien qatariens omanais koweitien
دولار دولارا دولارات أمريكي أمريكيا أمريكية ريال ريالا ريالات سعودي سعوديا سعودية يورو درهم درهما
دراهم دينار دينارا دنانير فرنك فرنكا الولايات المتحدة
ringgit ringgits myr malaysian malaisien malaisiens rupiah rupiahs idr indonesian rupee rupees
roupie roupies pakistani taka takas naira nairas ngn tenge manat manats lek leks dalasi dalasis
ouguiya ouguiyas cedi cedis shilling shillings lires turque turques turkish uae émirats arabes
unis emirates west african ouest-africains رنجيت رينغيت رنغيت ماليزي ماليزيا روبية روبيات تاكا
نيرة تركية أفريقي أفريقيا إماراتية سودانية جنيه جنيها جنيهات مصري مصريا سوداني
"""
_COUNTED = """
day days jour jours month months mois year years an ans année années week weeks semaine semaines
hour hours heure heures minutes calendar working ouvrables ouvrés consecutive member members
membres copies exemplaires pages states experts participants delegates
quarter quarters trimestre trimestres copy copies original originals originaux originales
session sessions term terms night nights nuit nuits nuitée nuitées vote votes
representative representatives représentant représentants seat seats period
periods periode période périodes mandat delegate délégué observateur observer observers
يوما يوم أيام شهرا شهر أشهر سنة سنوات عاما عام أعوام ساعة ساعات أسبوع أسبوعا أسابيع دقيقة
ليلة ليال ليالي عمل عضوا أعضاء عضو نسخة نسخ دولة دول صفحة صفحات
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


class Unit(NamedTuple):
    """A unit of time: which it is reckoned in, and how many of those it has."""

    kind: str
    factor: int


_TIMES = (
    (Unit("minute", 1), "minute minutes دقيقة دقائق"),
    (Unit("minute", 60), "hour hours heure heures ساعة ساعات"),
    (Unit("minute", 24 * 60), "day days jour jours يوما يوم أيام"),
    (Unit("minute", 7 * 24 * 60), "week weeks semaine semaines أسبوع أسبوعا أسابيع"),
    (Unit("month", 1), "month months mois شهر شهرا أشهر"),
    (Unit("month", 3), "quarter quarters trimestre trimestres"),
    (Unit("month", 12), "year years an ans annee annees سنة سنوات عام عاما أعوام"),
)
_TIME_OF = {fold(word).skeleton: unit for unit, words in _TIMES for word in words.split()}
_MONEY = (
    ("dollar", "dollar dollars usd us$ $ دولار دولارا دولارات"),
    ("euro", "eur euro euros يورو"),
    ("riyal", "sar sr qar omr yer irr riyal riyals rial rials ريال ريالا ريالات"),
    ("franc", "franc francs xof xaf cfa fcfa chf فرنك فرنكا فرنكات"),
    ("pound", "pound pounds sterling gbp lira livres"),
    ("dirham", "dirham dirhams aed dh درهم درهما دراهم"),
    ("dinar", "dinar dinars kwd jod bhd tnd dzd iqd lyd دينار دينارا دنانير"),
)
_MONEY_OF = {fold(word).skeleton: name for name, words in _MONEY for word in words.split()}
_WORD = on_demand(r"[^\W\d_]+\$?|\$")


def in_least_unit(words: str) -> Unit | None:
    """Return the first unit of time among words of the skeleton; None: there is none."""
    return next((_TIME_OF[word] for word in _WORD.findall(words) if word in _TIME_OF), None)


def currency_of(words: str) -> str:
    """Return the currency that is named first among words of the skeleton; "": none."""
    return next((_MONEY_OF[word] for word in _WORD.findall(words) if word in _MONEY_OF), "")

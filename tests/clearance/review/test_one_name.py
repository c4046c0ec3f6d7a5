# ruff: noqa: E501  (a text that is broken at its end hides its names)
"""One spelling of a person's or a firm's name in one paper."""

from __future__ import annotations

import pytest

from clearance.review import review
from clearance.terms import Kind, Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC


def _told(text: str, language: Language) -> list[str]:
    found = review(text, kind=Kind.MEMORANDUM, language=language).findings
    return [text[each.start : each.end] for each in found if each.code == "LNG016"]


TWO_SPELLINGS = [
    (EN, "Mr. Jamal Qadri will chair. The forms are sent to Mr. Djamal Kadri.", "Djamal Kadri"),
    (EN, "Dr. Salma Noori spoke first.\n\nThe Chair thanked Dr. Salma Nuri.", "Salma Nuri"),
    (EN, "Ms. Hawa Traoré spoke. The Chair thanked Ms. Hawa Traoree again.", "Hawa Traoree"),
    (EN, "Mr. Omar Lodhi will travel. The ticket of Mr. Lodi is enclosed.", "Lodi"),
    (EN, "It is represented by Mr. Tarek Habib.\n\nText.\n\nTareq Habeeb\nManager", "Tareq Habeeb"),
    (EN, "AND Rihla Travel Agency, a company of Jeddah,\n\nText.\n\nFor Rehla Travel Agency\n",
     "Rehla Travel Agency"),
    (FR, "M. Aliou Ndao présidera. Les fiches iront à M. Aliou N'Dao.", "Aliou N'Dao"),
    (FR, "Mme Mariam Coulibaly préside. Le visa de Mme Maryam Koulibaly suffit.",
     "Maryam Koulibaly"),
    (FR, "M. Sami Benyahia préside. Le visa de M. Sami Ben Yahia suffit.", "Sami Ben Yahia"),
    (FR, "et la société Safar Voyages SARL, d'autre part,\n\nTexte.\n\nPour Saphar Voyages SARL\n",
     "Saphar Voyages SARL"),
    (AR, "يرأس الاجتماع السيد منذر القاضي. وتقدم الطلبات إلى السيد منذر الغاضي.", "منذر الغاضي"),
    (AR, "أعده الدكتور سهيل رستم. ويشكر الاجتماع الدكتور سهيل رستمي.", "سهيل رستمي"),
    (AR, "ويمثلها السيد منذر القاضي.\n\nنص العقد.\n\nمنذر الفاضي\nالمدير", "منذر الفاضي"),
    (AR, "تعاقدت مع شركة الأفق للسفر والسياحة.\n\nوقعت شركة الافك للسفر والسياحة على ذلك.",
     "شركة الافك للسفر والسياحة"),
    (AR, "تقدم الطلبات إلى السيد برهان قريشي. وتعمم الردود الموجهة إلى السيد كوريشي قبل السفر.", "كوريشي"),
    (AR, "تقدم الطلبات إلى السيد برهان غوكجن. وتعمم الردود الموجهة إلى السيد جوكشن قبل السفر.", "جوكشن"),
    (AR, "ترأس الوفد السيدة ليلى باغجي. وتشكر الأمانة العامة السيدة باكشي على كلمتها.", "باكشي"),
    (AR, "تقدم الطلبات إلى السيد حسن المنذري. وتعمم الردود الموجهة إلى السيد حسين المنذري قبل السفر.", "حسين المنذري"),
    (AR, "وسيتولى السيد غلام تشودري التنسيق. وترسل الردود إلى السيد شودري.", "شودري"),
    (AR, "وسيتولى السيد إبراهيم كوليبالي التنسيق. وترسل الردود إلى السيد قوليبالي.", "قوليبالي"),
    (EN, "Mr. Nurlan Zhaparov will chair. Replies go to Mr. Japarov.", "Japarov"),
    (EN, "Mr. Samir Al-Kadi, Director of Conferences, will call. Replies go to Mr. Sameer El Kadi.",
     "Sameer El Kadi"),
    (EN, "Mr. Abdelkader Bensaid will call. Replies go to Mr. Abdul Qadir Ben Said.",
     "Abdul Qadir Ben Said"),
    (FR, "M. Tarek El Habib, chef du protocole, préside. Écrire à M. Tariq El Habib, au siège de "
     "l'Organisation.", "Tariq El Habib"),
    (AR, "ويمثلها السيد سليمان كوريه.\n\nنص العقد.\n\nسليمان كوري\nالمدير", "سليمان كوري"),
]  # fmt: skip
TWO_NAMES = [
    (EN, "Mr. Samir Al-Kadi, Director of Finance, signed. Later Mr. Samir El Kandi, Legal Adviser, did."),
    (EN, "Mr. Samir El Kadi spoke. The Chair thanked Mr. Samir Al Kadiri."),
    (AR, "تقدم الطلبات إلى السيد برهان قريشي. وتعمم الردود الموجهة إلى السيد قريشي قبل السفر."),
    (AR, "تقدم الطلبات إلى السيد برهان قريشي وإلى السيد علي كوريشي. ويرد السيد كوريشي على الوفود."),
    (AR, "تقدم الطلبات إلى السيد برهان قريشي. وتعمم الردود الموجهة إلى السيد كبير المترجمين."),
    (AR, "تقدم الطلبات إلى السيد محمد أمين. وتعمم الردود الموجهة إلى السيد الأمين العام."),
    (AR, "حضر السيد حسن المنذري والسيد حسين المنذري."),
    (EN, "The mission is of Mr. Hassan Qadri and Mr. Hussein Qadri."),
    (EN, "Mr. Jamal Qadri (Jordan), Mr. Jamil Qadri (Qatar) and the Chair spoke."),
    (EN, "Mr. Amin Qadri chaired. The Chair thanked Ms. Amina Qadri."),
    (EN, "Mr. Jamal Qadri, Director of Finance, signed. Later Mr. Jamil Qadri, Legal Adviser, did."),
    (EN, "Mr. Jamal Qadri spoke. The Chair thanked Mr. Qadri. MR. JAMAL QADRI signed."),
    (EN, "- Mr. Salem Nasr\n- Mr. Salim Nasr\n- Mr. Ali Saber"),
    (EN, "Mr. Chairman, Mr. Chairwoman spoke. Mr. President, the Presidents met."),
    (EN, "AND Rihla Travel Agency, of Jeddah,\n\nText.\n\nFor Rihla Travel Agency\nFor the Seller\n"),
    (FR, "M. Hassan Diop et M. Hussein Diop présideront."),
    (FR, "M. le Ministre préside. M. le Ministère répond. Mme Awa Sy signe. M. Awal Sy aussi."),
    (FR, "M. Aliou Ndao préside. Le visa de M. Ndao suffit."),
    (AR, "حضر السيد سالم القاضي والسيد سليم القاضي."),
    (AR, "يرأسه السيد منذر القاضي باسم الديوان. ويشكر السيد منذر القاضي على جهوده."),
    (AR, "يرأسه السيد كريم القاضي. وتشكر اللجنة السيدة كريمة القاضي."),
    (AR, "تعاقدت مع شركة الأفق للسفر، ومع شركة النقل البحري، وشركة النقل الجوي."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "second"), TWO_SPELLINGS)
def test_second_spelling_of_a_name_is_found(language: Language, text: str, second: str) -> None:
    assert second in _told(text, language)


def test_of_two_spellings_the_rarer_is_told_and_of_two_that_come_once_both() -> None:
    thrice = "Mr. Omar Nasri wrote. Mr. Omar Nasri came. The Chair thanked Mr. Omar Nassry."

    assert _told(thrice, EN) == ["Omar Nassry"]
    assert sorted(_told(thrice.partition("wrote. ")[2], EN)) == ["Omar Nasri", "Omar Nassry"]


@pytest.mark.parametrize(("language", "text"), TWO_NAMES)
def test_two_names_are_left_alone(language: Language, text: str) -> None:
    assert _told(text, language) == []

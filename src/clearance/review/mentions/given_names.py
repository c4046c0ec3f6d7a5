"""Given names that only women, or only men, bear, in Latin and Arabic letters.

Our own choice of what is met in lists of delegations. Names that both bear (Nour, Iman, Amal), and
those that are posts as well (Amina in Arabic, Sultan) or family names of women, are left out.
"""

from __future__ import annotations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold

_WOMEN = """
Fatima Fatimah Fatma Fatimata Fatoumata Fatou Fatouma Aisha Aïcha Aicha Ayesha Aysha Aissatou
Aïssatou Khadija Khadidja Khadijah Hadija Khady Mariam Maryam Mariama Meryem Zainab Zaynab Zeinab
Zineb Zeynep Aminata Aminatou Layla Leila Laila Salma Dina Rania Nadia Noura Noora Huda Houda
Samira Yasmine Yasmin Rokia Kadiatou Awa Ramatoulaye Coumba Lina Maha Reem Rima Hanan Hanane Jihan
Sawsan Latifa Lateefa Zahra Ayşe Ayse Emine Elif Gulnara Nargis Siti Rukhsana Shabana Parveen Asma
Asmaa Hawa Halima Haleema Hafsa Safiya Safia Soumaya Sumaya Nabila Najwa Nawal Souad Suad Rabia
Naima Karima Malika Fadia Ghada Hala Lubna Loubna Manal Mona Muna Nahla Ruqaya Ruqayyah Samia Sara
Sarah Shaikha Sheikha Sahar Tahani Wafa Yamina Zohra Zakia Djamila Jamila Hélène Helene Marie Anne
Sophie Claire Elizabeth Elisabeth Mary Margaret Susan Catherine Aisyah Nurul Binta Bintou Oumou
Maimouna Maïmouna Ndèye Astou Djénéba Saida Sanaa Hasna Hind Intisar Ibtisam Basma Farida Fariha
Maria Anna Laura Julia Helen Jennifer Linda Patricia Christine Nathalie Isabelle Monique Martine
Shirin Shireen Nasrin Nasreen Sultana Tasneem Taslima Zubeida Zubaida Dilnoza Saodat Aigul Ainura
Madina Feruza Malak Nada Rasha Rawan
فاطمة فاطمه عائشة خديجة مريم زينب ليلى سلمى دينا رانيا نادية نورة هدى سميرة ياسمين لينا مها ريم
ريما حنان جيهان سوسن لطيفة زهرة أسماء حليمة حفصة صفية سمية نبيلة نجوى نوال سعاد نعيمة كريمة مليكة
فادية غادة هالة لبنى منال منى نهلة رقية سامية سارة سحر تهاني وفاء زكية جميلة هند ابتسام بسمة فريدة
شيرين ندى رشا روان فاتو آمنة عبير هناء دلال شيماء إيناس نجلاء مي رغد لمى لميس عفاف بثينة
"""
_MEN = """
Mohammed Mohamed Muhammad Mohammad Mohamad Mouhamed Mamadou Ahmed Ahmad Ali Omar Umar Oumar Khalid
Khaled Hassan Hasan Hussein Hussain Ibrahim Ibrahima Yusuf Youssef Yousef Abdullah Abdallah Abdul
Abdulaziz Abdelkader Abderrahmane Abdulrahman Abdoulaye Mahmoud Mahmood Mustafa Mustapha Moustapha
Tariq Tarek Karim Saeed Said Salem Salim Nasser Naser Faisal Faysal Jassim Jasim Moussa Musa
Ousmane Osman Amadou Boubacar Seydou Mehmet Murat Kemal Driss Idris Hatem Anwar Sékou Imran Selim
Bakhtiyar Rustam Sherzod Hamad Hamid Hamed Bilal Yahya Younes Yunus Zaid Zayd Walid Waleed Fahad
Fahd Majid Rashid Rachid Sami Adel Adil Nabil Jamal Kamal Ismail Ismaïl Ishaq Ilyas Hicham Hisham
Mehdi Othman Bashir Bachir Paul Peter Pierre Philippe François John James David Michael Robert
Richard Thomas Henri Georges Alain António Kofi Kurt Javier Boutros Carlos José Juan Luis Pedro
Daniel William George Charles Stephen Andrew Alexander Sergei Vladimir Ivan Eric
محمد أحمد علي عمر خالد حسن حسين إبراهيم يوسف عبدالله محمود مصطفى طارق كريم سعيد سالم ناصر فيصل
جاسم موسى عثمان إدريس حاتم أنور عمران سليم حمد حامد بلال يحيى يونس زيد وليد فهد ماجد راشد سامي
عادل نبيل جمال كمال إسماعيل هشام مهدي بشير عدنان غسان زياد
"""
WOMEN = frozenset(fold(name).skeleton for name in _WOMEN.split())
MEN = frozenset(fold(name).skeleton for name in _MEN.split())
_PART = on_demand(r"[^\W\d_]+")


def gender_of_name(name: str) -> str:
    """Return "f" or "m" by the first part of a name in the skeleton's letters; "": untold."""
    first = _PART.search(name)
    if first is None:
        return ""
    return "f" if first[0] in WOMEN else "m" if first[0] in MEN else ""

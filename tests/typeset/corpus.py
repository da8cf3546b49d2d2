"""Sentences of the webinar's kind in the bench's languages, to cut random texts from."""

from __future__ import annotations

from random import Random

UNSPACED = frozenset({"zh", "th"})
SENTENCES = {
    "en": """
        Alliance 8.7 is a global partnership that brings governments, workers, employers and civil society together.
        Pathfinder countries commit to going further and faster to end child labour, forced labour and trafficking.
        In 2021, about 50 million people lived in modern slavery; 27.6 million of them were in forced labour.
        Strengthening cross-border co-operation; policy coherence at country level; evidence-based decision-making.
        “What we measure, we can change” (annual progress report, 2023–2024): 12.3% of all households surveyed.
        Due diligence in supply chains reaches small-scale producers, home-based workers and sub-contractors.
        The strategic workshop agreed on a national roadmap with priorities, indicators and a budget of $4.5 million.
        Speakers: محمد العلي (Amman), 王伟 (北京), สมชาย ใจดี, Σοφία Παπαδοπούλου and Анна Иванова ✓ → Geneva 😀
    """,
    "de": """
        Die Allianz 8.7 ist eine weltweite Partnerschaft gegen Kinderarbeit, Zwangsarbeit und Menschenhandel.
        Sorgfaltspflichten in Lieferketten betreffen Kleinbauern, Heimarbeiterinnen und Unterauftragnehmer.
        Verantwortungsbewusste Unternehmensführung und Arbeitsschutzgesetzgebung gehören zusammen.
        Rund 49,6 Mio. Menschen lebten 2021 in moderner Sklaverei; davon 27,6 Mio. in Zwangsarbeit.
        „Was wir messen, können wir ändern“ – Fortschrittsbericht 2023/2024, Seite 17 (Zusammenfassung).
        Die Vorreiterländer verpflichten sich, schneller voranzugehen, und berichten einmal im Jahr darüber.
    """,
    "fr": """
        L’Alliance 8.7 est un partenariat mondial qui réunit gouvernements, travailleurs, employeurs et société civile.
        Les pays pionniers s’engagent à aller plus loin et plus vite : où en sommes-nous aujourd’hui ?
        En 2021, près de 50 millions de personnes vivaient dans l’esclavage moderne, dont 27,6 millions au travail.
        « Ce que nous mesurons, nous pouvons le changer » ; rapport annuel, c’est-à-dire le bilan de l’année !
        Le devoir de vigilance dans les chaînes d’approvisionnement atteint les petits producteurs et sous-traitants.
        Renforcer la coopération transfrontalière et la cohérence des politiques au niveau national.
    """,
    "es": """
        La Alianza 8.7 es una asociación mundial que reúne a gobiernos, trabajadores, empleadores y sociedad civil.
        Los países pioneros se comprometen a avanzar más lejos y más rápido. ¿Dónde estamos hoy?
        En 2021, cerca de 50 millones de personas vivían en la esclavitud moderna: 27,6 millones en trabajo forzoso.
        «Lo que medimos, lo podemos cambiar»; informe anual de progreso y evaluación socioeconómica.
        La debida diligencia en las cadenas de suministro llega a los pequeños productores y subcontratistas.
        ¡Fortalecer la cooperación transfronteriza y la coherencia de las políticas a nivel nacional!
    """,
    "ru": """
        Альянс 8.7 – глобальное партнёрство, которое объединяет правительства, работников, работодателей и общество.
        Страны-первопроходцы обязуются действовать быстрее и решительнее для искоренения детского труда.
        В 2021 году около 50 миллионов человек находились в условиях современного рабства, из них 27,6 млн – в труде.
        «То, что мы измеряем, мы можем изменить» (ежегодный доклад о ходе работы, 2023–2024 гг.).
        Должная осмотрительность в цепочках поставок касается мелких производителей и субподрядчиков.
        Укрепление трансграничного сотрудничества и согласованности политики на национальном уровне.
    """,
    "ar": """
        التحالف 8.7 شراكة عالمية تجمع الحكومات والعمال وأصحاب العمل والمجتمع المدني من أجل القضاء على عمل الأطفال.
        تلتزم البلدان الرائدة بالمضي قدمًا وبسرعة أكبر لإنهاء العمل الجبري والاتجار بالبشر والرق الحديث.
        في عام 2021، كان نحو 50 مليون شخص يعيشون في العبودية الحديثة، منهم 27.6 مليونًا في العمل الجبري.
        «ما نقيسه يمكننا تغييره» (تقرير التقدم السنوي، 2023)؛ أين نحن اليوم؟
        تصل العناية الواجبة في سلاسل التوريد إلى صغار المنتجين والعاملين من المنزل والمتعاقدين من الباطن.
        وقّعت منظمة العمل الدولية (ILO) واليونيسف (UNICEF) على Roadmap 2030 مع شركاء من القطاع الخاص.
        تعزيز التعاون عبر الحدود واتساق السياسات على المستوى الوطني، وصنع القرار القائم على الأدلة.
    """,
    "zh": """
        8.7联盟是一个全球伙伴关系，汇集各国政府、工人、雇主和民间社会，共同努力消除童工劳动和强迫劳动。
        探路者国家承诺走得更远、更快，以结束现代奴隶制和人口贩运。我们今天处于什么位置？
        2021年，约有5000万人生活在现代奴隶制中，其中2760万人从事强迫劳动（国际劳工组织，2022年）。
        “我们衡量的，就能够改变”——年度进展报告；供应链中的尽职调查覆盖小生产者、家庭工人和分包商。
        加强跨境合作与国家一级的政策协调：SDG目标8.7、ILO第182号公约和UNICEF的数据。
        《战略研讨会》商定了国家路线图，包括优先事项、指标和450万美元的预算。
    """,
    "th": """
        พันธมิตร 8.7 เป็นความร่วมมือระดับโลกที่รวมรัฐบาล แรงงาน นายจ้าง และภาคประชาสังคมเข้าด้วยกัน
        ประเทศผู้บุกเบิกมุ่งมั่นที่จะก้าวไปให้ไกลและเร็วยิ่งขึ้นเพื่อยุติการใช้แรงงานเด็กและการค้ามนุษย์
        ในปี 2564 มีผู้คนประมาณ 50 ล้านคนอยู่ในภาวะทาสยุคใหม่ โดย 27.6 ล้านคนถูกบังคับใช้แรงงาน
        สิ่งที่เราวัดได้ เราเปลี่ยนแปลงได้ (รายงานความก้าวหน้าประจำปี) วันนี้เราอยู่ที่ไหน
        การตรวจสอบสถานะอย่างรอบด้านในห่วงโซ่อุปทานเข้าถึงผู้ผลิตรายย่อยและผู้รับเหมาช่วง
        ข้อมูลจาก ILO และ UNICEF (Global Estimates 2021) เป็นพื้นฐานของการตัดสินใจ
        เสริมสร้างความร่วมมือข้ามพรมแดนและความสอดคล้องของนโยบายในระดับประเทศ
    """,
    "hi": """
        गठबंधन 8.7 एक वैश्विक साझेदारी है जो सरकारों, श्रमिकों, नियोक्ताओं और नागरिक समाज को एक साथ लाती है।
        अग्रणी देश बाल श्रम, जबरन श्रम और मानव तस्करी को समाप्त करने के लिए और तेज़ी से आगे बढ़ने का संकल्प लेते हैं।
        2021 में लगभग 5 करोड़ लोग आधुनिक दासता में जी रहे थे; उनमें से 2.76 करोड़ जबरन श्रम में थे।
        “जो हम मापते हैं, उसे हम बदल सकते हैं” (वार्षिक प्रगति रिपोर्ट): आज हम कहाँ हैं?
        आपूर्ति शृंखलाओं में उचित सावधानी छोटे उत्पादकों और उप-ठेकेदारों तक पहुँचती है।
        सीमा पार सहयोग और राष्ट्रीय स्तर पर नीतिगत सामंजस्य को सुदृढ़ करना।
    """,
}


def text(random: Random, language: str, length: int) -> str:
    """About that many characters of a language, from the start of a word."""
    sentences = [line.strip() for line in SENTENCES[language].strip().splitlines()]
    random.shuffle(sentences)
    words = "".join(sentences) if language == "zh" else " ".join(sentences)
    if language in UNSPACED:
        start = 0 if language == "th" else random.randrange(0, 20)
        cut = words[start : start + length].strip()
        return cut if language == "zh" else cut.rpartition(" ")[0] or cut
    start = words.find(" ", random.randrange(0, 60)) + 1
    end = words.find(" ", start + length)
    return words[start : end if end > 0 else None].strip()

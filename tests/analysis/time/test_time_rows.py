# ruff: noqa: E501 (a table reads by its rows)
"""What each kind of expression comes out as: one sentence a row, with the reason it stands here."""

from __future__ import annotations

import datetime

import pytest

from reader.analysis.time import find_times

DAY = datetime.date(2021, 3, 10)  # a Wednesday, week 10

Expected = list[tuple[str, str, str]]

ROWS: list[tuple[str, datetime.date | None, Expected, str]] = [
    # months by country
    ("صدر القرار في 3 أبريل 2019.", DAY, [("3 أبريل 2019", "DATE", "2019-04-03")], "hamza on April"),
    ("صدر القرار في 3 إبريل 2019.", DAY, [("3 إبريل 2019", "DATE", "2019-04-03")], "hamza below"),
    ("صدر القرار في ٣ ابريل ٢٠١٩.", DAY, [("٣ ابريل ٢٠١٩", "DATE", "2019-04-03")], "no hamza, Arabic-Indic"),
    ("صدر القرار في 9 حُزَيران 2018.", DAY, [("9 حُزَيران 2018", "DATE", "2018-06-09")], "vowel marks"),
    ("صدر القرار في 9 أيــلول 2018.", DAY, [("9 أيــلول 2018", "DATE", "2018-09-09")], "tatweel"),
    ("عاد في 7 أوت 1990.", DAY, [("7 أوت 1990", "DATE", "1990-08-07")], "August, Algeria"),
    ("عاد في 7 غشت 1990.", DAY, [("7 غشت 1990", "DATE", "1990-08-07")], "August, Morocco"),
    ("عاد في أوت الماضي.", DAY, [("أوت الماضي", "DATE", "2020-08")], "weak month with a qualifier"),
    ("عاد في شهر ماي.", DAY, [("شهر ماي", "DATE", "2020-05")], "weak month with its noun"),
    ("يبدأ الموسم في مطلع آذار/مارس المقبل.", DAY, [("مطلع آذار/مارس المقبل", "DATE", "2022-03")], "edge, dual, next"),
    ("تمتد الدورة من كانون الأول إلى شباط.", DAY, [("كانون الأول", "DATE", "2020-12"), ("شباط", "DATE", "2021-02")], "two bare months, nearest"),
    # days
    ("انتخب يوم الأحد الخامس من مايو 2019.", DAY, [("يوم الأحد الخامس من مايو 2019", "DATE", "2019-05-05")], "weekday, ordinal"),
    ("زار المدينة في الحادي عشر من يونيو.", DAY, [("الحادي عشر من يونيو", "DATE", "2020-06-11")], "ordinal teen"),
    ("زارها في السابع من يناير لعام 1995.", DAY, [("السابع من يناير لعام 1995", "DATE", "1995-01-07")], "«ل» before the year"),
    ("زارها في أول مايو 2001.", DAY, [("أول مايو 2001", "DATE", "2001-05-01")], "first of"),
    ("يُعرض الفيلم صباح الثلاثاء 16 مارس الجاري.", DAY, [("صباح الثلاثاء 16 مارس الجاري", "TIME", "2021-03-16TMO")], "part, weekday, date"),
    ("قُدم الطلب في 15 من الشهر الجاري.", DAY, [("15 من الشهر الجاري", "DATE", "2021-03-15")], "day of this month"),
    ("قُدم الطلب في العاشر من الشهر الماضي.", DAY, [("العاشر من الشهر الماضي", "DATE", "2021-02-10")], "day of last month"),
    ("جرت الندوة يومي 12 و13 فبراير.", DAY, [("12", "DATE", "2021-02-12"), ("13 فبراير", "DATE", "2021-02-13")], "two days, one month"),
    ("جرت الندوة من 3 إلى 7 مايو 2018.", DAY, [("3", "DATE", "2018-05-03"), ("7 مايو 2018", "DATE", "2018-05-07")], "range in a month"),
    ("جرت الندوة 12-15 مايو 2018.", DAY, [("12", "DATE", "2018-05-12"), ("15 مايو 2018", "DATE", "2018-05-15")], "range in a figure"),
    ("أغلق المعبر من 20 ديسمبر إلى 5 يناير 2019.", DAY, [("20 ديسمبر", "DATE", "2018-12-20"), ("5 يناير 2019", "DATE", "2019-01-05")], "range over New Year"),
    ("ستغلق يومي الجمعة والسبت المقبلين.", DAY, [("الجمعة", "DATE", "2021-03-12"), ("السبت", "DATE", "2021-03-13")], "dual qualifier serves both"),
    ("اجتمعوا ليل السبت - الأحد.", DAY, [("ليل السبت - الأحد", "TIME", "2021-03-06TNI")], "a night between two days"),
    ("التقيا قبل البارحة.", DAY, [("قبل البارحة", "DATE", "2021-03-08")], "day before yesterday"),
    ("سيصل غدًا الخميس.", DAY, [("غدًا الخميس", "DATE", "2021-03-11")], "tomorrow with tanwin"),
    ("وُقّع العقد يوم أمس.", DAY, [("يوم أمس", "DATE", "2021-03-09")], "day noun before yesterday"),
    ("تُعرض المسرحية هذا المساء.", DAY, [("هذا المساء", "TIME", "2021-03-10TEV")], "this evening"),
    ("تُعرض المسرحية الليلة.", DAY, [("الليلة", "TIME", "2021-03-10TNI")], "tonight"),
    ("في 4 مايو 1990 سقطت المدينة وفي مساء اليوم التالي فر الحاكم.", DAY, [("4 مايو 1990", "DATE", "1990-05-04"), ("مساء اليوم التالي", "TIME", "1990-05-05TEV")], "next day of the story"),
    # numeric
    ("وُقّع في 9 / 7 / 1947.", DAY, [("9 / 7 / 1947", "DATE", "1947-07-09")], "spaced slashes"),
    ("وُقّع بتاريخ ٢٠٢٠-١٢-٣١.", DAY, [("٢٠٢٠-١٢-٣١", "DATE", "2020-12-31")], "ISO, Arabic-Indic"),
    ("وُقّع في 12/25/2019.", DAY, [("12/25/2019", "DATE", "2019-12-25")], "month first where it must be"),
    ("صدر بتاريخ 10/1/1442هـ.", DAY, [("10/1/1442هـ", "DATE", "2020-08-29")], "Hijri in figures"),
    ("وُقّع في ١٢/٠٥/2020.", DAY, [("١٢/٠٥/2020", "DATE", "2020-05-12")], "two scripts in one date"),
    # years
    ("بنيت عام ( 1936 ).", DAY, [("عام ( 1936 )", "DATE", "1936")], "year in brackets"),
    ("مقارنة بعام 2019.", DAY, [("عام 2019", "DATE", "2019")], "clitic before the year noun"),
    ("منذ العام1986 وهو هنا.", DAY, [("العام1986", "DATE", "1986")], "no space"),
    ("في 2016 قرية صغيرة ظهرت.", DAY, [], "a count after «في»"),
    ("سجل اللاعب في مونديال 1994 هدفين.", DAY, [("1994", "DATE", "1994")], "tournament year"),
    ("فازت بها في كأس العالم قطر 2022.", DAY, [("2022", "DATE", "2022")], "year that closes its phrase"),
    ("1995: تأسيس الفرقة.", DAY, [("1995", "DATE", "1995")], "year that heads a line"),
    ("قاتل في حرب 67.", DAY, [("67", "DATE", "1967")], "two digits after war"),
    ("سنة ألف وثمانمئة واثنتين وثمانين احتلت.", DAY, [("سنة ألف وثمانمئة واثنتين وثمانين", "DATE", "1882")], "year in words"),
    ("عام ألفين وعشرين توقف العالم.", DAY, [("عام ألفين وعشرين", "DATE", "2020")], "2020 in words"),
    ("في موسم 2018/19 هبط النادي.", DAY, [("موسم 2018/19", "DATE", "2018/2019")], "short second year"),
    ("حكم (1956–1970) البلاد.", DAY, [("1956", "DATE", "1956"), ("1970", "DATE", "1970")], "en dash"),
    # eras
    ("حكم بين عامي 2205 و2197 قبل الميلاد.", DAY, [("2205", "DATE", "BC2205"), ("2197 قبل الميلاد", "DATE", "BC2197")], "an era for both"),
    ("عاش (661-750م) هناك.", DAY, [("661", "DATE", "0661"), ("750م", "DATE", "0750")], "era behind a range"),
    ("توفي سنة 270 هجرية = 884م.", DAY, [("سنة 270 هجرية = 884م", "DATE", "0884")], "equals sign"),
    ("في القرن الـ19 ظهرت.", DAY, [("القرن الـ19", "DATE", "18")], "article before digits"),
    ("بين القرنين التاسع عشر والعشرين.", DAY, [("القرنين التاسع عشر", "DATE", "18"), ("العشرين", "DATE", "19")], "two centuries"),
    ("خلال العقد الثاني من القرن العشرين.", DAY, [("العقد الثاني من القرن العشرين", "DATE", "191")], "decade by its number"),
    ("توفي سنة 44 ق.م.", DAY, [("سنة 44 ق.م", "DATE", "BC0044")], "BCE at the end"),
    ("في الألف الثالث قبل الميلاد.", DAY, [("الألف الثالث قبل الميلاد", "DATE", "BC2")], "millennium BCE"),
    ("في القرن الثاني للهجرة.", DAY, [("القرن الثاني للهجرة", "DATE", "0719/0816")], "Hijri century"),
    # Hijri
    ("ولد في 27 رجب 1400 هـ.", DAY, [("27 رجب 1400 هـ", "DATE", "1980-06-10")], "Umm al-Qura"),
    ("يصومون في رمضان 2020.", DAY, [("رمضان 2020", "DATE", "2020-04-24/2020-05-23")], "Hijri month of a civil year"),
    ("لقيه في شهر شعبان الماضي.", DAY, [("شهر شعبان الماضي", "DATE", "2020-03-25/2020-04-23")], "last Sha'ban"),
    ("يحل عيد الفطر المقبل سريعا.", DAY, [("عيد الفطر المقبل", "DATE", "2021-05-13")], "next holiday"),
    ("احتفلوا بعيد الفطر عام 2019.", DAY, [("عيد الفطر عام 2019", "DATE", "2019-06-04")], "holiday with its year"),
    # steps
    ("هبط السعر الأسبوع قبل الماضي.", DAY, [("الأسبوع قبل الماضي", "DATE", "2021-W08")], "the week before last"),
    ("هبط السعر الأسبوع الموالي.", DAY, [("الأسبوع الموالي", "DATE", "XXXX-WXX")], "Maghrebi «next», no date before it"),
    ("ينتهي العام الدراسي الحالي قريبا.", DAY, [("العام الدراسي الحالي", "DATE", "2021"), ("قريبا", "DATE", "FUTURE_REF")], "school year"),
    ("انتهى الموسم الماضي بالتعادل.", DAY, [("الموسم الماضي", "DATE", "2019/2020")], "season of play"),
    ("توقف قبل نحو شهر.", DAY, [("قبل نحو شهر", "DATE", "2021-02")], "about a month ago"),
    ("تأسست قبل قرن ونصف.", DAY, [("قبل قرن ونصف", "DATE", "1871")], "a century and a half"),
    ("وبعد ذلك بعام رحل.", DAY, [("بعد ذلك بعام", "DATE", "XXXX")], "no date to count from"),
    ("وصل عام 1950 وبعد ذلك بعامين تزوج.", DAY, [("عام 1950", "DATE", "1950"), ("بعد ذلك بعامين", "DATE", "1952")], "two years later"),
    ("تزوج بعد عامين.", DAY, [("عامين", "DURATION", "P2Y")], "past, nothing to count from"),
    ("اتفقا في يناير من العام نفسه.", None, [("يناير من العام نفسه", "DATE", "XXXX-01")], "same year as nothing"),
    ("وُلد عام 1931 وفي مايو من العام نفسه رحل أبوه.", DAY, [("عام 1931", "DATE", "1931"), ("مايو من العام نفسه", "DATE", "1931-05")], "month of that year"),
    # durations and sets
    ("استغرق 90 ساعة و30 دقيقة.", DAY, [("90 ساعة و30 دقيقة", "DURATION", "PT90H30M")], "two units, one duration"),
    ("على مدى ثلاثة عقود ونصف.", DAY, [("ثلاثة عقود ونصف", "DURATION", "P3.5DE")], "and a half"),
    ("بعد أكثر من عام على الحادث.", DAY, [("أكثر من عام", "DURATION", "P1Y")], "more than one"),
    ("بعد مرور شهر على الحادث.", DAY, [("شهر", "DURATION", "P1M")], "one, after «مرور»"),
    ("انتظر ربع ساعة.", DAY, [("ربع ساعة", "DURATION", "PT15M")], "a quarter of an hour"),
    ("خلال الأيام العشرة المقبلة.", DAY, [("الأيام العشرة المقبلة", "DURATION", "P10D")], "definite count"),
    ("خلال الـ24 ساعة الماضية.", DAY, [("الـ24 ساعة الماضية", "DURATION", "PT24H")], "article before digits"),
    ("منذ مئات السنين.", DAY, [("مئات السنين", "DURATION", "PXY")], "hundreds of"),
    ("يصلي كل يوم أحد.", DAY, [("كل يوم أحد", "SET", "XXXX-WXX-7")], "every Sunday"),
    ("يدفع مرة كل شهرين.", DAY, [("كل شهرين", "SET", "P2M")], "every two months"),
    ("ثلاث مرات في اليوم.", DAY, [("ثلاث مرات في اليوم", "SET", "P1D")], "three times a day"),
    ("فازوا أربع مرات في عام 1934.", DAY, [("عام 1934", "DATE", "1934")], "times in a year is no set"),
    # what the day of speaking says: nothing without one
    ("وصل عام 1998. وتوسع العام الماضي.", None, [("عام 1998", "DATE", "1998"), ("العام الماضي", "DATE", "XXXX")], "last year of no day"),
    ("وصل في 3 مايو 1998. وقال الشهر الماضي.", None, [("3 مايو 1998", "DATE", "1998-05-03"), ("الشهر الماضي", "DATE", "XXXX-XX")], "last month of no day"),
    ("وصل عام 1998. ويعود في 5 أكتوبر المقبل.", None, [("عام 1998", "DATE", "1998"), ("5 أكتوبر المقبل", "DATE", "XXXX-10-05")], "a day to come of no day"),
    ("وصل عام 1998. وأعلن مطلع العام خطة.", None, [("عام 1998", "DATE", "1998"), ("مطلع العام", "DATE", "XXXX")], "the start of no year"),
    ("وصل عام 1998. ومنذ القرن الماضي يعمل.", None, [("عام 1998", "DATE", "1998"), ("القرن الماضي", "DATE", "XX")], "the century before nobody knows which"),
    ("وصل عام 2016. وولد في ستينيات القرن الماضي.", None, [("عام 2016", "DATE", "2016"), ("ستينيات القرن الماضي", "DATE", "196")], "no text is later than this century"),
    ("قال اليوم الأحد إن الدولة قامت عام 1948. وتسدد في 18 أبريل.", None, [("اليوم الأحد", "DATE", "XXXX-WXX-7"), ("عام 1948", "DATE", "1948"), ("18 أبريل", "DATE", "XXXX-04-18")], "news beats an older year"),
    ("وصل عام 1948. وقال أمس إنه يعود في 18 أبريل.", None, [("عام 1948", "DATE", "1948"), ("أمس", "DATE", "XXXX-XX-XX"), ("18 أبريل", "DATE", "XXXX-04-18")], "«أمس» makes it news"),
    ("وصل في 3 مايو 1998. وفي اليوم التالي سافر. وبعد ذلك بيومين عاد. وفي العام نفسه مات.", None, [("3 مايو 1998", "DATE", "1998-05-03"), ("اليوم التالي", "DATE", "1998-05-04"), ("بعد ذلك بيومين", "DATE", "1998-05-06"), ("العام نفسه", "DATE", "1998")], "what points back does count"),
    ("وصل عام 2020 وبقي حتى 22 مايو من العام المذكور.", DAY, [("عام 2020", "DATE", "2020"), ("22 مايو من العام المذكور", "DATE", "2020-05-22")], "«المذكور» points back"),
    # hours with a date behind them
    ("وصل القطار في التاسعة صباحا يوم 3 مايو 2020.", DAY, [("التاسعة صباحا يوم 3 مايو 2020", "TIME", "2020-05-03T09:00")], "an hour and its date"),
    ("وصل القطار الساعة 14:30 يوم الجمعة 1 مايو 2020.", DAY, [("الساعة 14:30 يوم الجمعة 1 مايو 2020", "TIME", "2020-05-01T14:30")], "with the weekday"),
    ("وصل في الساعة العاشرة من مساء 3 مايو.", DAY, [("الساعة العاشرة من مساء 3 مايو", "TIME", "2020-05-03T22:00")], "with the part of the day"),
    # parts of a month
    ("سافر أول اثنين من شهر جمادى الأولى عام 1443 هـ.", DAY, [("أول اثنين من شهر جمادى الأولى عام 1443 هـ", "DATE", "2021-12-06")], "first Monday, Hijri"),
    ("سافر آخر خميس في مايو 2020.", DAY, [("آخر خميس في مايو 2020", "DATE", "2020-05-28")], "last Thursday"),
    ("سافر الجمعة الأخيرة من مايو 2020.", DAY, [("الجمعة الأخيرة من مايو 2020", "DATE", "2020-05-29")], "last Friday"),
    ("بدأ في الأسبوع الأول من مارس 2020.", DAY, [("الأسبوع الأول من مارس 2020", "DATE", "2020-W10")], "first week"),
    ("بدأ في آخر أسبوع في سبتمبر لعام 2014.", DAY, [("آخر أسبوع في سبتمبر لعام 2014", "DATE", "2014-W39")], "last week"),
    ("بدأ أول اثنين من المشاركين.", DAY, [], "two, not Monday"),
    # spellings
    ("وصل في 4 سبتمبر، 2018 ثم غادر.", DAY, [("4 سبتمبر، 2018", "DATE", "2018-09-04")], "a comma before the year"),
    ("وصل في 4 سبتمبر، 2000 جندي معه.", DAY, [("4 سبتمبر", "DATE", "2020-09-04")], "a comma before a count"),
    ("وصل في ٢ تشرين ١ ٢٠١٩ وغادر في كانون 2 2020.", DAY, [("٢ تشرين ١ ٢٠١٩", "DATE", "2019-10-02"), ("كانون 2 2020", "DATE", "2020-01")], "numbered months"),
    ("وصل في شهرنوفمبر 2020 يومالخميس.", DAY, [("شهرنوفمبر 2020", "DATE", "2020-11"), ("يومالخميس", "DATE", "2021-03-04")], "no space"),
    ("وصل في العقد الأول من القرن.", DAY, [("العقد الأول من القرن", "DATE", "200")], "of the present century"),
    ("وصل في العقد الأخير من القرن الماضي.", DAY, [("العقد الأخير من القرن الماضي", "DATE", "199")], "the last decade"),
    ("وصل في العقد الأول من القرن.", None, [("العقد الأول من القرن", "DATE", "XX0")], "of no century"),
    # years and numbers
    ("عام 1964 قدم الوزير استقالته.", DAY, [("عام 1964", "DATE", "1964")], "no feet"),
    ("هبطت في المدرج 2018 أمام الغرفة 2020.", DAY, [], "runway and room"),
    ("صدر القرار 1701 عام 2006.", DAY, [("عام 2006", "DATE", "2006")], "a resolution, not so many years"),
    ("أيدت القرارين 1701 و1559 كلها.", DAY, [], "two resolutions"),
    ("• 1995 تأسيس الفرقة", DAY, [("1995", "DATE", "1995")], "an item"),
    ("- 1995 مشاركة في المعرض", DAY, [], "a count in an item"),
    ("1998 عاد إلى بيروت", DAY, [("1998", "DATE", "1998")], "a line and a verb"),
    ("ولد 1948 في حيفا وتوفي 1990.", DAY, [("1948", "DATE", "1948"), ("1990", "DATE", "1990")], "behind verbs"),
    ("استقبل 1948 في مايو.", DAY, [("مايو", "DATE", "2020-05")], "a verb that counts"),
    ("شارك في حرب تشرين وثورة يوليو وانتفاضة أكتوبر.", DAY, [], "months in names"),
    ("شارك في حرب أكتوبر 1973.", DAY, [("أكتوبر 1973", "DATE", "1973-10")], "with its year it is a time"),
    # one text, several ways
    ("تسليم ديسمبر كانون الأول ارتفع.", DAY, [("ديسمبر كانون الأول", "DATE", "2021-12")], "two names, nothing between"),
    ("من مارس/أبريل 2018.", DAY, [("مارس", "DATE", "2018-03"), ("أبريل 2018", "DATE", "2018-04")], "two months, not one"),
    ("أغلق الأربعاء 3/3/2021 الساعة 18:00.", DAY, [("الأربعاء 3/3/2021", "DATE", "2021-03-03"), ("الساعة 18:00", "TIME", "2021-03-03T18:00")], "an hour beside its day"),
    ("بين القرنين الثاني والرابع الهجريين.", DAY, [("القرنين الثاني", "DATE", "0719/0816"), ("الرابع الهجريين", "DATE", "0913/1010")], "an era for two centuries"),
    ("ما بين ثلاثة وأربعة أشهر.", DAY, [("أربعة أشهر", "DURATION", "P4M")], "two numbers are not added"),
    ("عامي 1974 و75.", DAY, [("1974", "DATE", "1974"), ("75", "DATE", "1975")], "a short second year"),
    ("أواخر الأسبوع المقبل يعود.", DAY, [("أواخر الأسبوع المقبل", "DATE", "2021-W11")], "late in the week is no weekend"),
    ("بعد 24 ساعة على الحادث.", DAY, [("24 ساعة", "DURATION", "PT24H")], "an offset with «على»"),
    ("وقع عقدا لثلاث سنوات.", DAY, [("ثلاث سنوات", "DURATION", "P3Y")], "a contract is no decade"),
    # the clock
    ("بدأ في الساعة 7:30 م.", DAY, [("الساعة 7:30 م", "TIME", "2021-03-10T19:30")], "م is afternoon here"),
    ("بدأ عند الثانية عشرة ظهرا.", DAY, [("الثانية عشرة ظهرا", "TIME", "2021-03-10T12:00")], "noon"),
    ("بدأ الثامنة والربع من مساء الجمعة.", DAY, [("مساء الجمعة", "TIME", "2021-03-05TEV")], "an hour without its noun stays open"),
    ("بدأ الساعة الثامنة والربع من مساء الجمعة.", DAY, [("الساعة الثامنة والربع من مساء الجمعة", "TIME", "2021-03-05T20:15")], "hour of a day"),
    ("انتهى بعد منتصف الليل.", DAY, [("منتصف الليل", "TIME", "2021-03-10T24:00")], "midnight"),
    # what is no time
    ("فاز 2-1 بعد شوط أول انتهى 1 - صفر.", DAY, [], "scores"),
    ("أقام في إب شهورا طويلة.", DAY, [], "a town that folding makes August"),
    ("بعد عقد اجتماع طارئ.", DAY, [], "holding, not a decade"),
    ("اتصل على الرقم 19900.", DAY, [], "a phone number"),
    ("مادة 1990 من القانون.", DAY, [], "an article of law"),
    ("قريبا من البحر.", DAY, [], "near, not soon"),
    ("اشترى سيارة نيسان جديدة.", DAY, [], "a make of car"),
    ("لعب لأشهر الأندية.", DAY, [], "most famous, not months"),
    ("توفي وهو في السبعينيات من العمر.", DAY, [], "an age"),
    ("يمتد 1500 كم في 1800 جزيرة.", DAY, [], "counts"),
    ("الرأي العام الحالي.", DAY, [], "public opinion"),
    ("قرأت الخبر في صحيفة المصري اليوم.", DAY, [], "a newspaper"),
    ("تجمعوا في ميدان 6 أكتوبر.", DAY, [], "a square named after a day"),
]  # fmt: skip


def place(text: str, expected: Expected) -> list[tuple[int, int, str, str]]:
    """Where each expected surface stands, one after the other."""
    found, at = [], 0
    for surface, type_, value in expected:
        at = text.index(surface, at)
        found.append((at, at + len(surface), type_, value))
        at += len(surface)
    return found


@pytest.mark.parametrize(("text", "day", "expected", "reason"), ROWS, ids=[row[3] for row in ROWS])
def test_row(text: str, day: datetime.date | None, expected: Expected, reason: str) -> None:
    found = [(*time.span, str(time.type), time.value) for time in find_times(text, day)]
    assert found == place(text, expected), reason

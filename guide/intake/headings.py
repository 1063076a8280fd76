"""What the columns of organisers' lists are called in Russian, Belarusian, English and German.

A field is a word of ours: that of ``--map``. Names are written as they stand in headers; case, «ё», punctuation, word
endings and words that say nothing are left to :mod:`guide.intake.columns`.
"""

from collections.abc import Mapping
from types import MappingProxyType

KEPT, LEFT_OUT = "raw", "-"
"""What a column may be told to be besides a field: kept as it is, or left out."""

NAMES: Mapping[str, str] = MappingProxyType({
    # The more particular come first: «E-mail контактного лица» is an e-mail before it is a person.
    "number": "№; № п/п; п/п; пп; номер по порядку; порядковый номер; нумар па парадку; lfd nr; "
              "laufende nummer; nr; no; s/n; serial number; row; #; n п п; № з/п",
    "id": "id; код участника; код экспонента; идентификатор; exhibitor id; aussteller id; ausstellernummer; "
          "session id; event id; guid; uuid; идентификатар; record id; registration id; company id; customer no; "
          "customer number; kundennummer; ausstellernr; aussteller nr; номер экспонента; нумар экспанента",
    "email_private": "email contact; contact mail; contact e mail address; contact email address; "
                     "primary contact email; "
                     "email контактного лица; почта контактного лица; личный email; e-mail ответственного; "
                     "email представителя; contact email; contact person email; email of contact person; "
                     "personal email; email ansprechpartner; ansprechpartner email; kontaktperson email; "
                     "e-mail руководителя; contact e-mail; email кантактнай асобы; пошта кантактнай асобы; "
                     "email спикера; speaker email",
    "phone_private": "contact mobile; contact cell; contact cell phone; contact tel; contact telephone; "
                     "contact direct line; direct line; direct dial; primary contact phone; contact phone number; "
                     "contact mobile phone; durchwahl; ansprechpartner mobil; ansprechpartner handy; "
                     "ansprechpartner tel; kontaktperson telefon; "
                     "телефон контактного лица; мобильный контактного лица; "
                     "мобильный телефон контактного лица; contact phone; contact person phone; "
                     "phone of contact person; telefon ansprechpartner; ansprechpartner telefon; "
                     "телефон ответственного; тэлефон кантактнай асобы; contact person mobile; "
                     "телефон руководителя; телефон представителя; speaker phone; mobile of contact person",
    "email": "email; e mail; e-mail; mail; emailadresse; e-mail-adresse; e mail adresse; электронная почта; "
             "эл почта; почта; имейл; мейл; емейл; электронный адрес; адрес электронной почты; эл адрес; "
             "электронная пошта; эл пошта; адрас электроннай пошты; пошта; email address; company email; "
             "mailadresse",
    "social": "социальные сети; соцсети; соцсеть; сацыяльныя сеткі; сацсеткі; social media; social networks; "
              "soziale netzwerke; soziale medien; linkedin; linked in; x twitter; facebook; "
              "instagram; telegram; телеграм; vk; "
              "вконтакте; youtube; xing; twitter; телеграм канал; social",
    "site": "site; site web; site internet; sitio web; sito; strona www; сайт; веб сайт; вебсайт; "
            "интернет сайт; адрес сайта; www; url; web; website; web site; homepage; home page; internet; "
            "webseite; webauftritt; internetseite; internetadresse; вэб сайт; вэбсайт; web address; "
            "company website; сайт компании; ссылка; интернет адрес; internet address; сайт в интернет",
    "fax": "факс; fax; telefax; факсимильный номер; faxnummer",
    "phone": "toll free; main phone; switchboard; zentrale; "
             "телефон; телефоны; тел; номер телефона; контактный телефон; контактные телефоны; мобильный; "
             "мобильный телефон; моб тел; раб тел; тэлефон; тэл; нумар тэлефона; phone; phone number; "
             "telephone; tel; mobile; mobile phone; cell; telefon; telefonnummer; rufnummer; handy; mobil",
    "contacts": "контакты; контактные данные; контактная информация; реквизиты; кантакты; кантактныя даныя; "
                "contacts; contact details; contact information; contact info; kontakt; kontaktdaten; "
                "kontakte; contact",
    "zip": "индекс; почтовый индекс; паштовы індэкс; індэкс; zip; zip code; zipcode; postcode; post code; "
           "postal code; plz; postleitzahl",
    "address": "адрес; почтовый адрес; юридический адрес; фактический адрес; улица; адрас; юрыдычны адрас; "
               "вуліца; address; street; street address; postal address; adresse; anschrift; straße; "
               "strasse; straße nr; місцазнаходжанне; address line 1; address line 2; дом; hausnummer; "
               "house number",
    "participation": "форма участия; вид участия; тип участия; тип участника; статус; статус участника; "
                     "категория участника; форма ўдзелу; від удзелу; статус удзельніка; participation; "
                     "participation type; type of participation; exhibitor type; hit type; status; "
                     "teilnahmeart; ausstellertyp; teilnahme; art der teilnahme; entry type; "
                     "mitaussteller; unteraussteller; co exhibitor; co exhibitors; coexhibitor; соэкспоненты; "
                     "суэкспаненты; "
                     "type of exhibitor; роль участника; record type; тып удзельніка",
    "host": "хозяин стенда; экспонент хозяин стенда; основной экспонент; главный экспонент; соорганизатор; "
            "соорганизатор экспонент хозяин стенда; на стенде компании; соэкспонент; на стенде; "
            "субэкспонент у; main exhibitor; co exhibitor of; co-exhibitor of; host; hosted by; "
            "host exhibitor; stand of; shares with; hauptaussteller; mitaussteller bei; mitaussteller von; "
            "unteraussteller von; вертаючая арганізацыя; асноўны экспанент; гаспадар стэнда; represented by; "
            "stand holder; standinhaber; принимающий экспонент; коллективный стенд; gemeinschaftsstand; "
            "joint stand; group stand; pavilion of; коллективная экспозиция; основной участник; "
            "co exhibitor with; guest of",
    "aisle": "gang; aisle; aisle no; ряд; номер ряда; № ряда; аллея; рад; нумар рада; алея",
    "area": "площадь; площадь стенда; площадь м2; площадь кв м; кв м; размер стенда; плошча; плошча стэнда; "
            "area; stand area; booth area; area m2; area sqm; sqm; m2; fläche; standfläche; größe; "
            "standgröße; booth size; stand size; size sqm; метраж",
    "stand_name": "название стенда; наименование стенда; имя стенда; назва стэнда; stand name; booth name; "
                  "standname; standbezeichnung",
    "stand_kind": "тип стенда; вид стенда; тып стэнда; від стэнда; stand type; booth type; type of stand; "
                  "standart; standtyp; kind of stand",
    "stand": "stoisko; numer stoiska; 展位; 展位号; стенд; стенды; № стенда; номер стенда; номера стендов; место; "
             "место на выставке; стенд №; зал стенд; расположение; размещение; местоположение; "
             "павильон стенд; бокс; стэнд; нумар стэнда; размяшчэнне; stand; stands; stand no; stand number; "
             "stand nr; booth; booths; booth no; booth number; hall stand; hall booth; location; "
             "standnummer; standnr; stand nr; halle stand; hallenstand; messestand; standplatz; standort; "
             "код стенда; stand code; booth code; шифр стенда; место стенда; place; зал место; "
             "exhibit space; экспоместо; выставочное место; выставочный стенд; stand location",
    "room": "аудитория; конференц зал; переговорная; площадка; место проведения; помещение; зал проведения; "
            "сцена; аўдыторыя; пляцоўка; месца правядзення; памяшканне; сцэна; room; stage; venue; raum; "
            "bühne; saal; veranstaltungsort; forum; location room; конференцзал; канферэнц зала; "
            "адрес проведения",
    "hall": "зал; павильон; номер зала; № зала; корпус; номер павильона; зала; павільён; hall; hall no; "
            "hall number; pavilion; halle; hallennummer; hallennr; pavillon; building; здание; "
            "корпус павильон; экспозал",
    "place": "город страна; страна город; city country; country city; ort land; земля город; "
             "населенный пункт и страна; location city country; откуда; sitz; hauptsitz; местонахождение; "
             "headquarters; head office; unternehmenssitz; firmensitz; sitz des unternehmens; sitz der firma; "
             "адрес и страна; страна и город; город и страна; краіна горад; горад краіна",
    "country": "pays; país; paese; kraj; країна; ülke; 国家; страна; государство; страна регистрации; "
               "страна происхождения; страна участника; страна регион; краіна; дзяржава; краіна рэгістрацыі; "
               "country; country name; nation; land; staat; herkunftsland; country region; "
               "country of origin; country code; iso country; код страны; länderkennzeichen; iso",
    "region": "регион; область; субъект; субъект рф; субъект федерации; край; республика; регион рф; район; "
              "рэгіён; вобласць; раён; region; state; federal state; province; oblast; bundesland; kanton; "
              "county; state province; субъект российской федерации; district",
    "city": "ville; ciudad; città; miasto; місто; şehir; 城市; город; населенный пункт; нас пункт; "
            "город населенный пункт; горад; населены пункт; city; town; ort; stadt; wohnort; firmenort; "
            "city town; место регистрации; местность; locality",
    "duration": "продолжительность; длительность; хронометраж; длительность мин; працягласць; duration; "
                "length; dauer; duration min; минут; minutes; minuten; dauer min",
    "starts": "начало; время начала; начало мероприятия; с; пачатак; час пачатку; start; starts; start time; "
              "begin; begins; beginn; from; von; startzeit; beginnt; start date time; дата начала и время; "
              "anfang",
    "ends": "окончание; время окончания; конец; завершение; до; заканчэнне; канец; час заканчэння; end; "
            "ends; end time; ende; endzeit; bis; until; to; finish; endet",
    "when": "дата и время; дата время; дата и время проведения; когда; дата і час; калі; date time; "
            "datetime; date and time; when; datum uhrzeit; datum zeit; wann; termin; date time of event",
    "date": "дата; дата проведения; день; день проведения; дата мероприятия; дата начала; дзень; "
            "дата правядзення; date; day; datum; tag; start date; wochentag",
    "end_date": "дата окончания; дата завершения; end date; enddatum; дата заканчэння",
    "time": "время; время проведения; часы; время начала и окончания; час; час правядзення; time; hours; "
            "uhrzeit; zeit; time slot; slot; timeslot; zeitraum",
    "checked": "дата проверки; актуально на; дата обновления; обновлено; проверено; изменено; checked; "
               "last update; last updated; updated; updated at; geprüft am; stand vom; aktualisiert; "
               "aktualisiert am; zuletzt geändert am; geändert am; letzte änderung; last modified; "
               "дата абнаўлення; праверана; абноўлена",
    "languages": "языки; языки общения; языки на стенде; мовы; languages; languages spoken; sprachen; "
                 "spoken languages; иностранные языки",
    "language": "язык; язык мероприятия; язык выступления; мова; language; sprache; vortragssprache; "
                "session language",
    "track": "секция; трек; направление программы; поток; тематический блок; блок; рубрика программы; "
             "раздел программы; секцыя; трэк; блок праграмы; track; stream; section; themenblock; reihe; "
             "strang; programme section; program section; формат; вид мероприятия; тип мероприятия; format; "
             "session type; type of session; veranstaltungstyp; veranstaltungsart; фармат; "
             "від мерапрыемства; event type",
    "affiliation": "speaker company; speaker organisation; speaker organization; speaker affiliation; "
                   "speakers company; компания спикера; организация спикера; компания докладчика; "
                   "организация докладчика; место работы спикера; арганізацыя спікера; арганізацыя дакладчыка; "
                   "referent firma; firma referent; firma des referenten; unternehmen des referenten",
    "moderators": "модератор; модераторы; ведущий; ведущие; мадэратар; вядучы; moderator; moderators; "
                  "moderation; chair; chairs; host of session; session chair; leitung",
    "speakers": "спикер; спикеры; докладчик; докладчики; выступающий; выступающие; лектор; лекторы; "
                "участники дискуссии; спікер; спікеры; дакладчык; дакладчыкі; лектары; выступоўца; speaker; "
                "speakers; presenter; presenters; referent; referenten; referentin; vortragende; "
                "vortragender; redner; sprecher; lecturer; lecturers; panelists; panellists; "
                "участники сессии; author; authors; автор доклада",
    "first_name": "contact first name; contact firstname; contact given name; primary contact first name; "
                  "contact forename; forename; ansprechpartner vorname; vorname ansprechpartner; "
                  "kontaktperson vorname; "
                  "имя; first name; firstname; given name; vorname; имя отчество; имя участника; імя",
    "last_name": "contact last name; contact lastname; contact surname; contact family name; "
                 "primary contact last name; ansprechpartner nachname; nachname ansprechpartner; "
                 "kontaktperson nachname; ansprechpartner name; "
                 "фамилия контактного лица; прозвішча кантактнай асобы; "
                 "фамилия; last name; lastname; surname; family name; nachname; familienname; прозвішча",
    "middle_name": "отчество; middle name; patronymic; zweiter vorname; імя па бацьку",
    "people": "booth manager; stand manager; standleiter; standleitung; on site contact; onsite contact; "
              "контактное лицо; контактные лица; ответственное лицо; представитель; представители; "
              "руководитель; директор; контакт фио; фио контактного лица; менеджер; кантактная асоба; "
              "прадстаўнік; кіраўнік; адказная асоба; contact person; contact persons; contact name; "
              "representative; representatives; ansprechpartner; ansprechpartnerin; kontaktperson; "
              "ansprechperson; staff; standpersonal; фио руководителя; ответственный; ceo; geschäftsführer; "
              "имя контактного лица; персонал; stand staff",
    "person": "фио; ф и о; ф и о участника; фамилия имя отчество; фамилия и о; фамилия и имя; фамилия имя; "
              "персона; участник фио; піб; прозвішча імя імя па бацьку; прозвішча імя; person; full name; "
              "fullname; person name; name vorname; vor und nachname; vollständiger name; "
              "name des referenten; speaker name; first and last name",
    "role": "contact title; contact job title; contact role; contact function; ansprechpartner position; "
            "ansprechpartner funktion; funktion ansprechpartner; position ansprechpartner; contact person title; "
            "должность; должности; должность и организация; позиция; роль; звание; регалии; пасада; role; "
            "position; job title; title of person; function; funktion; job; stellung; "
            "должность контактного лица; рабочая должность; contact position; beruf; berufsbezeichnung; "
            "ученая степень; degree; designation; position of contact person; contact person position; "
            "speaker title; speaker job title; speaker position; speaker role; "
            "пасада кантактнай асобы; должность спикера",
    "organisations": "организаторы; организатор; участвующие организации; организаторы мероприятия; "
                     "арганізатары; арганізатар; organiser; organisers; organizer; organizers; veranstalter; "
                     "participating organisations; organised by; organized by; ausrichter; "
                     "hosted by organisation; партнеры мероприятия",
    "aliases": "doing business as; dba; d b a; trading as; trading name; t/a; operating as; firmiert als; "
               "сокращение; краткое название; сокращенное название; краткое наименование; "
               "сокращенное наименование; другое название; прежнее название; бренд; торговая марка; бренды; "
               "скарочаная назва; брэнд; alias; aliases; abbreviation; short name; brand; brands; "
               "brand name; trade name; kurzname; kurzbezeichnung; marke; marken; abkürzung; also known as; "
               "former name; торговые марки; гандлёвая марка",
    "legal_form": "организационно правовая форма; опф; форма собственности; правовая форма; "
                  "арганізацыйна прававая форма; прававая форма; форма ўласнасці; legal form; rechtsform; "
                  "company form; entity type",
    "legal_name": "юридическое название; юридическое наименование; полное наименование; полное название; "
                  "юридическое лицо; наименование юридического лица; полное наименование организации; "
                  "юрыдычная назва; поўная назва; поўнае найменне; legal name; registered name; "
                  "legal entity; full company name; handelsname; eingetragener name; full legal name; "
                  "legal company name; поўная назва арганізацыі; juristischer name",
    "offers": "предложения; предложение; что предлагает; предлагает; предложения для партнеров; прапановы; "
              "прапануе; offers; offer; what we offer; angebot; angebote; bietet; "
              "предлагаемое сотрудничество; offering",
    "seeks": "ищет; поиск; поиск партнеров; интересует; цели участия; запрос; кого ищет; цель участия; "
             "шукае; пошук; мэты ўдзелу; seeks; looking for; interested in; wanted; sucht; gesuche; gesucht; "
             "interests; интересы; потребности",
    "presented": "экспозиция; экспонаты; что представляет; на стенде представлено; новинки; "
                 "представляемая продукция; экспонируемая продукция; демонстрируемая продукция; "
                 "описание стенда; экспазіцыя; экспанаты; навінкі; exhibits; on show; highlights; novelties; "
                 "exhibited products; exponate; neuheiten; ausstellungsstücke; shown at the fair; "
                 "exhibitor presentation; products on display; представлено на выставке; gezeigte produkte; "
                 "что показывает",
    "sectors": "отрасль; отрасли; сфера деятельности; вид деятельности; виды деятельности; "
               "направление деятельности; направление; направления; тематика; тематики; рубрика; рубрики; "
               "категория; категории; раздел; разделы выставки; тематический раздел; специализация; галіна; "
               "галіны; від дзейнасці; сфера дзейнасці; напрамак; тэматыка; раздзел; катэгорыя; sector; "
               "sectors; industry; industries; branch; category; categories; branche; branchen; "
               "industriezweig; tätigkeitsfeld; kategorie; kategorien; schwerpunkt; сфера; сектор; "
               "сектор экономики; отрасль экономики; ausstellungsbereich; ausstellungsbereiche; topics; "
               "topic area; exhibition area; business area; field of activity; fields of activity; профиль; "
               "профиль деятельности; деятельность; bereich; bereiche; thematic area; segment; salon; "
               "themenbereich",
    "products": "продукция; продукты; товары; продукция и услуги; товары и услуги; выпускаемая продукция; "
                "номенклатура; товарная группа; товарные группы; группа товаров; услуги; ассортимент; "
                "прадукцыя; тавары; паслугі; тавары і паслугі; products; product; product groups; "
                "product group; product categories; goods; services; products and services; product range; "
                "produkte; produktgruppen; produktgruppe; warengruppen; warenverzeichnis; sortiment; "
                "dienstleistungen; erzeugnisse; produkte und dienstleistungen; produktbereich; leistungen; "
                "product index; nomenclature; produkt",
    "about": "описание; описание компании; о компании; краткое описание; информация; информация о компании; "
             "аннотация; описание деятельности; сведения; справка; профиль компании; описание мероприятия; "
             "содержание; апісанне; пра кампанію; звесткі; інфармацыя; анатацыя; about; about us; "
             "description; company description; profile; company profile; info; information; abstract; "
             "summary; beschreibung; firmenprofil; unternehmensprofil; kurzbeschreibung; über uns; "
             "firmenbeschreibung; firmenportrait; inhalt; annotation; details; текст; text; abstract text; "
             "content; описание организации; profil; portrait",
    "note": "примечание; примечания; комментарий; комментарии; заметка; заметки; заўвага; заўвагі; "
            "каментарый; note; notes; remark; remarks; comment; comments; bemerkung; bemerkungen; anmerkung; "
            "anmerkungen; hinweis; notiz; kommentar; notizen",
    "title": "тема; тема доклада; тема выступления; название мероприятия; наименование мероприятия; "
             "мероприятие; мероприятия; событие; название доклада; название сессии; доклад; тэма; "
             "назва мерапрыемства; мерапрыемства; падзея; даклад; тэма даклада; title; session title; "
             "session; event; event title; event name; talk; talk title; session name; topic; lecture; "
             "titel; vortrag; thema; veranstaltung; veranstaltungstitel; vortragstitel; программа; "
             "programme item; programmpunkt; название события; talks; subject; заголовок; "
             "название выступления; what",
    "organisation": "société; entreprise; exposant; empresa; expositor; azienda; espositore; wystawca; "
                    "компанія; учасник; назва компанії; şirket; firma adı; 公司; 公司名称; организация; "
                    "наименование организации; название организации; компания; название компании; "
                    "наименование компании; предприятие; наименование предприятия; название предприятия; "
                    "фирма; название фирмы; наименование фирмы; участник; участники; наименование участника; "
                    "экспонент; экспоненты; наименование экспонента; название экспонента; "
                    "название участника; учреждение; место работы; юрлицо; контрагент; "
                    "наименование контрагента; производитель; изготовитель; участник выставки; клиент; "
                    "арганізацыя; назва арганізацыі; кампанія; назва кампаніі; прадпрыемства; "
                    "назва прадпрыемства; найменне арганізацыі; удзельнік; экспанент; назва ўдзельніка; "
                    "найменне прадпрыемства; фірма; установа; назва экспанента; вытворца; company; "
                    "company name; companyname; exhibitor; exhibitors; exhibitor name; exhibiting company; "
                    "organisation; organization; organisation name; organization name; firm; enterprise; "
                    "manufacturer; participant; supplier; employer; institution; affiliation; account name; "
                    "aussteller; ausstellername; firma; firmenname; firmen name; unternehmen; "
                    "unternehmensname; name der firma; name des ausstellers; betrieb; organisationsname; "
                    "hersteller; teilnehmer; firmenbezeichnung; name of company; name of exhibitor; "
                    "company exhibitor; account; firma 1",
    "raw": "bio; biography; speaker bio; speaker biography; биография; биография спикера; біяграфія; vita; "
           "lebenslauf; инн; унп; кпп; огрн; окпо; оквэд; бин; снн; рнн; vat; vat id; ust idnr; ustid; tax id; "
           "tax number; steuernummer; регистрационный номер; рэгістрацыйны нумар; handelsregister; "
           "registration number; инн кпп; договор; номер договора; оплата; сумма; стоимость; цена; price; "
           "preis; betrag; amount; кошт; цана",
    "name": "название; наименование; имя компании; назва; найменне; name; names; bezeichnung; display name; "
            "наименование полное краткое",
})  # fmt: skip
"""Names of columns by the field that they are for, the particular before the general."""

LANGUAGE_WORDS: Mapping[str, str] = MappingProxyType({
    "ru": "ru rus рус русск русский русском русскому русская russian russisch руская рускай рускі рускай-мове",
    "be": "be by bel бел белорус белорусский белорусском белорусская беларуская беларускай беларускі "
          "belarusian belarussisch",
    "en": "en eng англ английский английском английская англійская англійскай english englisch int latin "
          "латиница латинскими международное",
    "de": "de ger deu нем немецкий немецком нямецкая нямецкай german deutsch",
    "zh": "zh cn chn кит китайский китайском кітайская chinese chinesisch",
    "kk": "kk kz kaz каз казахский казахском kazakh",
    "fr": "fr fra французский французском french französisch",
    "es": "es spa испанский spanish spanisch",
    "tr": "tr tur турецкий turkish türkisch",
    "pl": "pl pol польский польском polish polnisch польская",
})  # fmt: skip
"""The words by which a header says in which language a column is, by BCP 47 tag."""

EMPTY_WORDS = frozenset((
    "a", "an", "and", "das", "der", "des", "die", "in", "language", "n", "no", "nr", "num", "number", "nummer",
    "of", "sprache", "the", "und", "в", "для", "и", "или", "мова", "мове", "на", "номер", "нумар", "по", "у",
    "язык", "языке", "і", "ў", "№",
))  # fmt: skip
"""Words of a header that do not tell what it is for when others do."""

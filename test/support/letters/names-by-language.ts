import type { ListEncoding } from '#domain/import/list-encoding.ts';

/** First names and surnames of invented people, headings, and the encodings they come in. */
interface NamesOfLanguage {
  readonly headings: string;
  readonly first: string;
  readonly last: string;
  readonly encodings: readonly ListEncoding[];
}

const western = ['windows-1252', 'macintosh', 'cp850', 'cp437'] as const;
const northern = ['windows-1252', 'macintosh', 'cp850'] as const;
const central = ['windows-1250', 'iso-8859-2', 'cp852'] as const;
const cyrillic = ['windows-1251', 'koi8-r', 'ibm866'] as const;

/** Names of the languages that shops write, with the encodings of their programs. */
export const namesByLanguage: Readonly<Record<string, NamesOfLanguage>> = {
  german: {
    headings: 'Name;Telefon;Straße',
    first:
      'Jörg Grete Günter Käthe Jürgen Anna Björn Ulrike Sören Heike Rüdiger Bärbel Lukas Götz Änne Özlem Mia Karl',
    last: 'Weiß Hölzl Müller Schröder Jäger Krüger Böhm Großmann Köhler Lang Schäfer Vogt Süß Förster Brandt Überall Öhler Krause',
    encodings: [...western, 'windows-1250', 'cp852', 'windows-1254'],
  },
  french: {
    headings: 'Nom;Prénom;Téléphone',
    first:
      'Élodie Zoé François Noël Anaïs Chloé Benoît Jérôme Hélène Irène Léa Luc Gaël Maëlle Aurélie Thérèse Paul André',
    last: 'Étienne Lefèvre Gauthier Bélanger Garçon Brûlé Mercier Forêt Prévôt Dubois Delâtre Guérin Crémieux Leçon Pâquet Hébert Roux Bérénice',
    encodings: western,
  },
  spanish: {
    headings: 'Nombre;Apellido;Teléfono',
    first:
      'Íñigo José María Lucía Andrés Begoña Sofía Ramón Ángel Inés Nuria Óscar Martín Raúl Iker Concepción Álvaro Belén',
    last: 'Sáez Prado Núñez García Muñoz Fernández Peña López Ibáñez Ríos Cañete Vázquez Gómez Güell Ordóñez Solís Araña Marín',
    encodings: ['windows-1252', 'cp850', 'macintosh'],
  },
  portuguese: {
    headings: 'Nome;Morada;Telefone',
    first:
      'João Inês Conceição Sebastião Luís Mónica Antônio Ângela Tomé Vitória Simão Célia Lúcia Rui Íris Flávio Gonçalo Rita',
    last: 'Guimarães Simões Conceição Araújo Magalhães Brandão Gonçalves Falcão Leitão Sá Antão Mourão Vidigal Assunção Luz Patrício Camões Grão',
    encodings: ['windows-1252', 'cp850', 'macintosh'],
  },
  italian: {
    headings: 'Nome;Cognome;Cellulare;Città',
    first:
      'Nicolò Giada Noè Desirée Mosè Luca Niccolò Salomè Marta Cloè Fabiana Josuè Carla Enea Elia Raphaël Ugo Pia',
    last: "D'Amato Ferrante Mannalà Cefalù Viganò Forlì Patanè Rossi Pennisì Cantù Scalzò Nardò Mondelli Barillà Fornì Muccì Greco Zanè",
    encodings: ['windows-1252', 'cp850', 'macintosh'],
  },
  dutch: {
    headings: 'Naam;Telefoon',
    first:
      'Daniël Zoë Noëlle Anaïs Joël Sanne Jip Chloé Loïs Raphaël Maïté René Esmée Floor Michaël Koen André Gaël',
    last: 'Hoëf Groot Coöper Beëdigd Meulen Reünie Geëst Vries Oliën Bakker Israëls Smeets Reiziger Loë Postma Andriën Boër Kuijpers',
    encodings: ['windows-1252', 'cp850', 'cp437'],
  },
  swedish: {
    headings: 'Namn;Köp;Belopp',
    first:
      'Åsa Örjan Märta Göran Björn Håkan Sölve Gösta Åke Jörgen Lena Kåre Anna Pär Östen Linnéa Ella Måns',
    last: 'Lindfors Ek Åström Sjöberg Björklund Öberg Nyström Hägg Gårdlund Håkansson Bäck Strömqvist Rosén Lilja Ängström Borg Högberg Ståhl',
    encodings: northern,
  },
  danish: {
    headings: 'Navn;Beløb;Dato',
    first:
      'Søren Åse Bjørn Jørgen Kåre Mette Lærke Anders Pål Øystein Håkon Maj Sæmund Trine Bo Svenn Grethe Tøger',
    last: 'Sørensen Møller Kjær Ågård Bøgh Østergaard Sjælland Madsen Krøyer Bæk Nørgaard Højbjerg Vang Lund Ødegård Brønd Frøyland Ræder',
    encodings: northern,
  },
  icelandic: {
    headings: 'Nafn;Sími',
    first:
      'Þór Guðrún Sigríður Ásta Jón Ólafur Björk Þórdís Hallgrímur Unnur Sæunn Árni Ýmir Kári Ragnheiður Óðinn Hörður Eva',
    last: 'Þórsson Jónsdóttir Guðmundsson Ólafsdóttir Sigurðsson Árnason Björnsdóttir Þráinsson Magnúsdóttir Gíslason Helgadóttir Ægisson Pálsson Kárason Ýrar Hjálmarsson Davíðsdóttir Þorgeirsson',
    encodings: ['windows-1252', 'cp850'],
  },
  polish: {
    headings: 'Imię;Nazwisko;Telefon',
    first:
      'Łucja Żaneta Michał Zdzisław Małgorzata Bogumił Świętosław Grażyna Józef Stanisława Bożena Rafał Kamil Celina Ścibor Zuzanna Łukasz Elżbieta',
    last: 'Śliwa Gąska Wójcik Kowalczyk Kamiński Źrebiec Dąbek Żuraw Wróbel Pająk Ćwikła Gołąb Sękowska Zieliński Kołodziej Łoś Błaszczyk Grześ',
    encodings: central,
  },
  czech: {
    headings: 'Jméno;Příjmení;Narozeniny',
    first:
      'Jiří Tomáš Věra Růžena Zdeněk Ondřej Šárka Božena Aleš Kateřina Luboš Žofie Čeněk Hana Matěj Řehoř Lukáš Jan',
    last: 'Dvořák Říha Němec Černá Svoboda Kučera Šťastný Růžička Zelená Kříž Čapek Bouška Hájek Žák Vlček Koudela Havlíková Tůma',
    encodings: central,
  },
  slovak: {
    headings: 'Meno;Priezvisko;Telefón',
    first:
      'Ľubica Ján Štefan Žofia Mária Ľudovít Ondrej Zdenka Juraj Tomáš Šimon Blažej Božena Dušan Matúš Nataša Čestmír Eva',
    last: 'Kováč Horváth Hôrka Šťastný Ďurica Baláž Krajčír Ľalíková Mrkvička Novák Tóth Žilka Hrnčiar Múčka Bôbor Zelenák Šuňal Lôžek',
    encodings: central,
  },
  hungarian: {
    headings: 'Név;Telefonszám;Születésnap',
    first:
      'Győző Ágnes Zsófia Lőrinc István Erzsébet Jenő Gergő Béla Tünde Csaba Örs Zoltán Dezső Éva Bernadett Ödön Ernő',
    last: 'Erdős Szőke Kovács Tóth Kőműves Szűcs Nagy Fűzfa Gál Kis Bakó Dűlő Sütő Halász Üveges Őri Fehér Bíró',
    encodings: central,
  },
  romanian: {
    headings: 'Nume;Prenume;Localitate',
    first:
      'Ştefan Ioana Cătălin Mădălina Ion Răzvan Ţuţu Bogdan Luminiţa Anişoara Vasile Ilinca Crăciun Ionuţ Zâna Sînziana Graţiela Maria',
    last: 'Văcărescu Ţepeş Câmpeanu Bălan Stănescu Rădulescu Marin Iliţă Mânzu Popa Brânză Lupaşcu Păun Creţu Şerban Fătu Moraru Dănilă',
    encodings: central,
  },
  croatian: {
    headings: 'Ime;Prezime;Mjesto',
    first:
      'Željko Đurđa Siniša Andrea Krešimir Božidar Šime Ivana Vedran Ružica Špela Mojca Blaž Dražen Tjaša Uroš Đorđe Zdravko',
    last: 'Horvatić Babić Đurić Kovačević Šimić Blažević Žagar Perić Novak Vuković Čačić Hribar Jurčić Krpan Šarić Mlakar Božić Lončar',
    encodings: central,
  },
  turkish: {
    headings: 'Adı;Soyadı;Telefon',
    first:
      'Ayşe İbrahim Çağla Gül Yıldız Ömer Şebnem Tuğba Işıl Özgür Barış Nilgün İpek Doğan Elif Kıvanç Ümit Hatice',
    last: 'Yıldırım Şahin Çelik Öztürk Aydın Demir Koç Güneş Kılıç Aslan Doğru Kaya Işık Çetin Özdemir Avcı Tekin Bulut',
    encodings: ['windows-1254'],
  },
  latvian: {
    headings: 'Vārds;Uzvārds;Tālrunis',
    first:
      'Jānis Līga Ēriks Ģirts Kristīne Andris Aiga Ilze Māris Dāvis Zane Sņežana Ļubova Edgars Ieva Pēteris Šarlote Ķešs',
    last: 'Bērziņš Kalniņa Ozoliņš Liepa Krūmiņš Zariņa Āboltiņš Lācis Ķirsis Žagata Saulīte Vītols Grīnberga Eglītis Dūmiņš Krauklis Čiekurs Rozīte',
    encodings: ['windows-1257'],
  },
  russian: {
    headings: 'Имя;Телефон;Дата рождения',
    first:
      'Ольга Пётр Наталья Сергей Елена Юрий Светлана Алексей Ирина Дмитрий Анна Михаил Галина Фёдор Яна Игорь Людмила Эдуард',
    last: 'Смирнова Зуев Петрова Кузнецов Щукина Жуков Орлова Чайкин Белова Мельник Цветкова Гусев Ёлкина Хохлов Рябова Юдин Шишкина Дьяков',
    encodings: cyrillic,
  },
  ukrainian: {
    headings: "Ім'я;Телефон",
    first:
      'Олена Тарас Надія Андрій Ірина Євген Оксана Юрій Софія Богдан Катерина Ігор Леся Михайло Зоя Йосип Галина Остап',
    last: 'Коваленко Шевчук Бондар Ткаченко Кравець Мельник Гончар Яценко Лисенко Щербина Їжак Савчук Жук Хоменко Вовк Білик Цимбал Фурман',
    encodings: ['windows-1251'],
  },
  greek: {
    headings: 'Όνομα;Τηλέφωνο;Διεύθυνση',
    first:
      'Ελένη Γιώργος Μαρία Κώστας Σοφία Δημήτρης Άννα Νίκος Χριστίνα Παύλος Ιωάννα Θανάσης Ευαγγελία Λουκάς Ζωή Ηλίας Φανή Ορέστης',
    last: 'Παπαδάκη Νικολάου Ξένος Βλάχος Σταύρου Καρράς Οικονόμου Μαυρίδης Δήμου Λαμπρόπουλος Γεωργίου Ζέρβας Ψαράς Τσακίρη Φωτίου Χατζής Ρήγας Αλεξίου',
    encodings: ['windows-1253'],
  },
  hebrew: {
    headings: 'שם;טלפון;כתובת',
    first: 'דוד רחל יוסף מרים אברהם נועה שרה איתן תמר משה יעל אורי חנה גיל מיכל עמית רונית צבי',
    last: 'כהן לוי מזרחי פרץ ביטון דהן אברהמי פרידמן שפירא גבאי קליין רוזן חדד עמר זוהר טל סגל ברק',
    encodings: ['windows-1255'],
  },
  arabic: {
    headings: 'الاسم;الهاتف;العنوان',
    first:
      'محمد فاطمة أحمد خالد مريم يوسف ليلى عمر زينب حسن سعاد إبراهيم نور طارق هدى سامي رانيا جميل',
    last: 'الحسن العلي النجار حداد الخطيب منصور الشامي سالم درويش قاسم العمري بركات الزين شاهين عيسى الغزالي ناصر كريم',
    encodings: ['windows-1256'],
  },
  japanese: {
    headings: '氏名;電話番号;住所',
    first:
      '花子 太郎 美咲 健一 さくら 拓也 由美 翔太 直樹 恵子 大輔 あかり 隆 陽菜 修 優子 和也 マリ',
    last: '田中 佐藤 鈴木 山本 渡辺 高橋 小林 中村 伊藤 加藤 吉田 石川 斎藤 森 岡田 藤井 村上 近藤',
    encodings: ['shift_jis', 'euc-jp'],
  },
  chinese: {
    headings: '姓名;电话;地址',
    first: '伟 芳 秀英 敏 静 丽华 强 磊 洋 艳 建国 明 雨桐 梓涵 俊杰 志强 晓东 婷婷',
    last: '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 朱 马 胡 郭 林 何',
    encodings: ['gb18030'],
  },
  taiwanese: {
    headings: '姓名;電話;地址',
    first:
      '志明 淑芬 俊傑 美玲 建宏 雅婷 家豪 怡君 承恩 佳穎 宗翰 詩涵 冠宇 欣怡 文雄 麗華 柏睿 惠雯',
    last: '陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 郭 洪 曾 邱 賴',
    encodings: ['big5'],
  },
  korean: {
    headings: '이름;전화번호;주소',
    first:
      '민준 서연 지훈 수빈 영희 철수 하은 도윤 미경 재현 은주 성민 유진 동현 혜진 상우 지은 준호',
    last: '김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송',
    encodings: ['euc-kr'],
  },
};

// How often letters stand in the names, streets and headings of a language: what tells one way of
// reading bytes from another. Counted in lists of names, then rounded by hand.

/** A language, or a family of them that are written alike. */
export interface Alphabet {
  /**
   * Small letters in groups, the commonest group first, each letter of a group half as common as
   * those of the group before. Of Latin alphabets only the letters beyond a to z.
   */
  readonly letters: string;
  readonly script: Script | 'japanese';
}

/** A family of letters: two of them do not stand in one word, but for those of Japanese. */
export type Script =
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'hebrew'
  | 'arabic'
  | 'kana'
  | 'half-kana'
  | 'han'
  | 'hangul';

/** The alphabets of the lists that shops of Europe and East Asia bring. */
export const alphabets: readonly Alphabet[] = [
  latin('üö ä ß é èàôç'), // German
  latin('é è ëïçô îêâà ûùœüæÿ'), // French
  latin('áíóé ñ ú ü'), // Spanish, Irish
  latin('àèéí òóçú ïü·'), // Catalan
  latin('ãéç áíóú âêõ àôü'), // Portuguese
  latin('èòàì ùé î'), // Italian
  latin('ë éï öüèç'), // Dutch
  latin('öåä é ü'), // Swedish, Finnish
  latin('øæå é öä üðþ'), // Danish, Norwegian
  latin('óíáö ðéúþýæ'), // Icelandic
  latin('õäö ü šž'), // Estonian
  latin('ł ó ńśęą żć ź üö'), // Polish
  latin('á íýéř ščěž ů úňť ďó üö'), // Czech
  latin('á íšéč žýúľ ňťôó ďä ĺŕ'), // Slovak
  latin('á éó öíő üú ű'), // Hungarian
  latin('ăşţ âî șț áéöü'), // Romanian
  latin('ćčš ž đ'), // Croatian, Slovene, Serbian in Latin letters
  latin('ı üçşğ öİ âîû'), // Turkish
  latin('āšī ēžņ ūķļč ģ'), // Latvian
  latin('ėž ščų ūį ęą'), // Lithuanian
  cyrillic('ао еинртсвл кмдупя гьзбчй хжшыю цщэфё ъ'), // Russian
  cyrillic('аои енрвлт скмудь гіябйп їчхзшюц жєфщ ґ'), // Ukrainian
  cyrillic('аои ентрсвл кмдугп ябзйч хжшъц щфюь'), // Bulgarian
  cyrillic('аои енрјсвт кмлдуп гћчбз љњђшжц хџф'), // Serbian, Macedonian
  greek('αο ιλνςτρυκ ηάσπεδμ γίύόω βθέφζ χήώξψ ϊϋΐ'),
  hebrew('יור אלבהמנתש עןדחג םפקכסזצ ט ףךץ'),
  arabic('ا يلم نردب وعسحةفه قجصشتكز أطخىضغ ظءإثذئؤآ'),
  {
    script: 'japanese',
    letters: `田子山中川村井野小大木本藤美 原林島上佐高松一郎西石森橋谷岡沢太平和口前金吉三清正内下東市区
      町県京都府北南水長宮崎今加伊斎近遠青阿安武久千秋春夏智恵由紀真理香奈優愛結衣花菜咲莉陽翔健
      輔拓也隆英博明光信雄樹誠介浩司直哉修二幸夫助治名氏姓電話番号客様住所日年月円店売合計生阪神古
      屋福静広仙台札幌城桜丘堀塚池坂尾竹菊渡辺邊部齋髙須関新熊河浜永丸片柴馬鈴服荒酒桑
      あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん
      アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンー
      ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポッャュョがぎぐげござじずぜぞだでどばびぶべぼ
      ぱぴぷぺぽっゃゅょ ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｯｬｭｮｰﾞﾟ`,
  },
  {
    script: 'han', // as written in China
    letters: `王李张陈刘杨赵黄周吴 徐孙马朱胡林何郭高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏
      程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾伟芳娜
      敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文志海燕波宁欣雨梓涵子轩浩宇嘉怡晨思雪
      梅春玲婷慧佳俊辉鹏飞斌鑫峰天琳丹小晓云凤珍莉倩颖博凯翔瑞安永福祥德成东南西北姓名电话手机号码
      地址日期生备注金额客户会员编邮箱城市路街区县省年月`,
  },
  {
    script: 'han', // as written in Taiwan and Hong Kong
    letters: `陳林黃張李王吳劉蔡楊 許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯
      翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬阮董唐溫藍石紀姚連馮歐程湯田康姜鄒白汪尤巫龔嚴志明俊傑建宏
      家豪承恩宗翰冠宇怡君淑芬美玲雅婷惠雯佳穎欣詩涵宜庭柏睿品妤子晴玉蘭秀英麗華姓名電話手機號碼
      地址日期生備註金額客戶會員編郵城市路街區縣省年月國強偉芳敏靜梅春雪`,
  },
  {
    script: 'hangul',
    letters: `김이박최정민준서지현 강조윤장임수영은한오신권황안송전홍유고문양손배백허남심노하주우연원진성호태재
      동경미혜예빈채도인나소희율아선상철순자숙옥광용기석훈승규건찬구곽류차천방공변염여추석마길표명
      반왕육제탁국편가사부름화번일금액날짜객회메시로대산울포라세린리혁온후효솔환단설별다보해형림란비
      복춘행무학병창균필두운엽람결새봄`,
  },
];

function latin(letters: string): Alphabet {
  return { script: 'latin', letters };
}

function cyrillic(letters: string): Alphabet {
  return { script: 'cyrillic', letters };
}

function greek(letters: string): Alphabet {
  return { script: 'greek', letters };
}

function hebrew(letters: string): Alphabet {
  return { script: 'hebrew', letters };
}

function arabic(letters: string): Alphabet {
  return { script: 'arabic', letters };
}

// The ways in which the letters of a list may be written as bytes. The names are those of the web's
// own encoding standard, where it has one; the three code pages of old DOS tills are ours.

/** Every encoding that is tried, the likelier first: of two that read alike the first is taken. */
export const listEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'windows-1254',
  'windows-1257',
  'macintosh',
  'cp850',
  'cp437',
  'cp852',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

export type ListEncoding = (typeof listEncodings)[number];

// Names of people who do not exist, of as many origins as a high street hears. Any likeness is
// chance.

export const firstNames = wordsIn(`
  Amara Bogdan Chiara Dafydd Eilidh Farid Grażyna Hamish Ifeoma Jasper Keiko Lorcan Małgorzata
  Nikhil Odette Pádraig Quentin Rukhsana Søren Teodora Umar Violet Wendy Xin Yusuf Zofia Agnes
  Bruno Cerys Dilip Esther Florin Gwen Hassan Ines Jürgen Kofi Leila Marek Noor Olive Pilar Ravi
  Stella Tunde Ursula Vikram Winnie Yara Zoltan
`);

export const lastNames = wordsIn(`
  Adebayo Brânză Castellani Davies Ekström Fairweather Gallagher Hossain Ivanova Jankowski Kaur
  Lindqvist Macleod Nowak Oduya Papadakis Quigley Rahman Sánchez Thwaite Usman Vasquez Whitlock
  Xu Yildiz Zając Ainsworth Bangura Cole Đorđević Elliott Farrow Grewal Huang Iqbal Jarvis
  Køhler Larkin Mbeki Nightingale
`);

/** How staff tell people apart, fit to be read over the counter. */
export const cues: readonly string[] = [
  'red bike',
  'blue dog lead',
  'paper under the arm',
  'striped apron',
  'two small boys',
  'always a hat',
  'green rucksack',
  'from the library',
  'violin case',
  'postman’s round',
  'yellow raincoat',
  'walks the beagle',
];

export const preferences: readonly string[] = [
  'Likes lamb',
  'Thin slices',
  'No nuts',
  'Bones for the dog',
  'Well hung beef',
  'Takes the end piece',
  'Pays cash',
];

function wordsIn(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

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

// How staff tell people apart, fit to be read over the counter: "green scarf".
export const colours = wordsOf('red green blue grey yellow brown purple orange');
export const clothes = wordsOf('scarf cap wellies gloves cardigan fleece beret jumper');
export const belongings = wordsOf('rucksack umbrella pram trolley helmet tote basket scooter');

function wordsOf(text: string): readonly string[] {
  return text.split(' ');
}

/** Where people live, with the number of their house for `#`: no such town is on a map. */
export const streets: readonly string[] = [
  '# Mill Lane\nPellbridge',
  '# Station Road\nPellbridge',
  '# Church Walk\nPellbridge',
  '# High Street\nPellbridge',
  '# Orchard Close\nPellbridge',
  '# Park View\nPellbridge',
  '# Canal Street\nPellbridge',
  '# School Hill\nPellbridge',
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

// What stands on the cards of the sample shop, in the languages that the screens speak. Names of
// people stay, but for how they are addressed.

/** Texts of the sample in German and French, by the English ones. */
const texts: Readonly<Record<string, readonly [string, string]>> = {
  'Pell & Daughter': ['Metzgerei Pell & Tochter', 'Boucherie Pell & Fille'],
  'Sausages, no charge': ['Würstchen, geschenkt', 'Des saucisses, offertes'],
  'Mr Bergström': ['Herr Bergström', 'M. Bergström'],
  'Mr Okoro': ['Herr Okoro', 'M. Okoro'],
  'Mrs Khan': ['Frau Khan', 'Mme Khan'],
  'Mrs Lind': ['Frau Lind', 'Mme Lind'],
  'Dr Papadakis': ['Dr. Papadakis', 'Dr Papadakis'],
  'Father Michael': ['Pfarrer Michael', 'Père Michel'],
  'Big Dave': ['Der große Dave', 'Le grand Dave'],
  'Sue & Al': ['Susi & Al', 'Sue et Al'],
  'The student with headphones': ['Studiert, mit Kopfhörern', 'Casque sur les oreilles'],
  'always a hat': ['immer mit Hut', 'toujours un chapeau'],
  'black bicycle': ['schwarzes Rad', 'vélo noir'],
  'blue dog lead': ['blaue Hundeleine', 'laisse bleue'],
  'from the library': ['aus der Bücherei', 'de la bibliothèque'],
  'green rucksack': ['grüner Rucksack', 'sac à dos vert'],
  'grey suitcase': ['grauer Koffer', 'valise grise'],
  'knows everybody': ['kennt alle', 'connaît tout le monde'],
  'oat flat loaf': ['Haferfladen', 'pain plat à l’avoine'],
  'paper under the arm': ['Zeitung unterm Arm', 'journal sous le bras'],
  'postman’s round': ['auf Postrunde', 'tournée du courrier'],
  'red bike': ['rotes Rad', 'vélo rouge'],
  'striped apron': ['gestreifte Schürze', 'tablier rayé'],
  'striped scarf': ['gestreifter Schal', 'écharpe rayée'],
  'two small boys': ['zwei kleine Buben', 'deux petits garçons'],
  'van outside': ['Lieferwagen draußen', 'camionnette dehors'],
  'violin case': ['Geigenkasten', 'étui à violon'],
  'walks the beagle': ['mit dem Beagle', 'promène le beagle'],
  'yellow raincoat': ['gelber Regenmantel', 'ciré jaune'],
  'Bones for the dog': ['Knochen für den Hund', 'Des os pour le chien'],
  'Likes lamb': ['Mag Lamm', 'Aime l’agneau'],
  'No nuts': ['Keine Nüsse', 'Pas de noix'],
  'Pays cash': ['Zahlt bar', 'Paie en espèces'],
  'Takes the end piece': ['Nimmt das Endstück', 'Prend l’entame'],
  'Thin slices': ['Dünne Scheiben', 'Tranches fines'],
  'Two thin slices of tongue': ['Zwei dünne Scheiben Zunge', 'Deux fines tranches de langue'],
  'Well hung beef': ['Gut abgehangenes Rind', 'Du bœuf bien rassis'],
  'Said the pies are the best in town': [
    'Die Pasteten sind die besten der Stadt',
    'Vos tourtes sont les meilleures de la ville',
  ],
  'Thanked us for ordering in': ['Danke fürs Bestellen', 'Merci pour la commande spéciale'],
  'The mince was off on Thursday': [
    'Das Hackfleisch war am Donnerstag nicht gut',
    'Le haché de jeudi n’était pas bon',
  ],
  'Would buy duck on Fridays': ['Würde freitags Ente kaufen', 'Prendrait du canard le vendredi'],
};

/** A text of the sample as a shop with screens in `language` would have noted it. */
export function sampleText(text: string, language: string): string {
  const [german, french] = texts[text] ?? [];
  if (language === 'de') return german ?? text;
  return language === 'fr' ? (french ?? text) : text;
}

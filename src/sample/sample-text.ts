// What stands on the cards of the sample shop, in the languages that the screens speak. Names of
// people stay, but for how they are addressed.

/** Texts of the sample in German and French, by the English ones. */
const texts: Readonly<Record<string, readonly [string, string]>> = {
  'Pell & Daughter': ['Metzgerei Pell & Tochter', 'Boucherie Pell & Fille'],
  'Sausages, no charge': ['Würstchen, geschenkt', 'Des saucisses, offertes'],
  'A joint for Sunday': ['Ein Sonntagsbraten', 'Un rôti du dimanche'],
  'A pot of dripping': ['Ein Töpfchen Schmalz', 'Un pot de saindoux'],
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
  // No place has a post code that begins with 00.
  '# Mill Lane\nPellbridge': ['Mühlgasse #\n00123 Pellbrück', '# rue du Moulin\n00120 Pellebourg'],
  '# Station Road\nPellbridge': [
    'Bahnhofstraße #\n00123 Pellbrück',
    '# rue de la Gare\n00120 Pellebourg',
  ],
  '# Church Walk\nPellbridge': [
    'Kirchweg #\n00123 Pellbrück',
    '# rue de l’Église\n00120 Pellebourg',
  ],
  '# High Street\nPellbridge': ['Hauptstraße #\n00123 Pellbrück', '# Grande Rue\n00120 Pellebourg'],
  '# Orchard Close\nPellbridge': [
    'Obstgarten #\n00123 Pellbrück',
    '# allée des Vergers\n00120 Pellebourg',
  ],
  '# Park View\nPellbridge': ['Am Park #\n00123 Pellbrück', '# rue du Parc\n00120 Pellebourg'],
  '# Canal Street\nPellbridge': [
    'Kanalstraße #\n00123 Pellbrück',
    '# quai du Canal\n00120 Pellebourg',
  ],
  '# School Hill\nPellbridge': [
    'Schulberg #\n00123 Pellbrück',
    '# rue de l’École\n00120 Pellebourg',
  ],
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

type Gender = 'm' | 'f' | 'mp' | 'fp';

/** Things by which people of the crowd are known: in German, in French and its gender there. */
const things: Readonly<Record<string, readonly [string, string, Gender]>> = {
  scarf: ['Schal', 'écharpe', 'f'],
  cap: ['Kappe', 'casquette', 'f'],
  wellies: ['Gummistiefel', 'bottes', 'fp'],
  gloves: ['Handschuhe', 'gants', 'mp'],
  cardigan: ['Strickjacke', 'gilet', 'm'],
  fleece: ['Fleecejacke', 'polaire', 'f'],
  beret: ['Baskenmütze', 'béret', 'm'],
  jumper: ['Pullover', 'pull', 'm'],
  rucksack: ['Rucksack', 'sac à dos', 'm'],
  umbrella: ['Schirm', 'parapluie', 'm'],
  pram: ['Kinderwagen', 'poussette', 'f'],
  trolley: ['Einkaufsroller', 'caddie', 'm'],
  helmet: ['Helm', 'casque', 'm'],
  tote: ['Stofftasche', 'sac en toile', 'm'],
  basket: ['Korb', 'panier', 'm'],
  scooter: ['Roller', 'trottinette', 'f'],
};

/** Their colours: in German, and the four French forms by gender. */
const colours: Readonly<Record<string, readonly [string, Readonly<Record<Gender, string>>]>> = {
  red: ['Rot', { m: 'rouge', f: 'rouge', mp: 'rouges', fp: 'rouges' }],
  green: ['Grün', { m: 'vert', f: 'verte', mp: 'verts', fp: 'vertes' }],
  blue: ['Blau', { m: 'bleu', f: 'bleue', mp: 'bleus', fp: 'bleues' }],
  grey: ['Grau', { m: 'gris', f: 'grise', mp: 'gris', fp: 'grises' }],
  yellow: ['Gelb', { m: 'jaune', f: 'jaune', mp: 'jaunes', fp: 'jaunes' }],
  brown: ['Braun', { m: 'marron', f: 'marron', mp: 'marron', fp: 'marron' }],
  purple: ['Violett', { m: 'violet', f: 'violette', mp: 'violets', fp: 'violettes' }],
  orange: ['Orange', { m: 'orange', f: 'orange', mp: 'orange', fp: 'orange' }],
};

// "green scarf": "Schal in Grün", "écharpe verte".
function cueTexts(text: string): readonly [string, string] | undefined {
  const [colour = '', thing = ''] = text.split(' ');
  const [ofColour, ofThing] = [colours[colour], things[thing]];
  if (ofColour === undefined || ofThing === undefined) return undefined;
  const [german, french, gender] = ofThing;
  return [`${german} in ${ofColour[0]}`, `${french} ${ofColour[1][gender]}`];
}

/** A text of the sample as a shop with screens in `language` would have noted it. */
export function sampleText(text: string, language: string): string {
  const [german, french] = texts[text] ?? cueTexts(text) ?? [];
  if (language === 'de') return german ?? text;
  return language === 'fr' ? (french ?? text) : text;
}

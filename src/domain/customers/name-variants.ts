// Short forms of English, German and French first names: a Bill is found as William, a Sepp as
// Josef, and the other way round. Commas separate names; a form of several ("alex") is with each.

import { latinFormsOf } from './latin-forms.ts';

const families = `
abigail abby gail, albert al bert bertie, alexander alex al sandy xander,
alexandra alex sandra lexi, alfred alf alfie fred, amelia amy millie, andrew andy drew,
anne ann anna annie nan nancy, anthony antony tony, arthur art artie, barbara barb babs,
benjamin ben benny, bernard bernie,
catherine katherine kathryn kate katie kathy cathy kit kitty kath, charles charlie chuck chas,
charlotte charlie lottie, christina christine chris chrissie tina, christopher chris kit topher,
daniel dan danny, david dave davy, deborah deb debbie, dorothy dot dottie dolly,
edward ed eddie ned ted teddy, eleanor ellie nell nora,
elizabeth elisabeth liz lizzie beth betty bess eliza libby lisa, emily em emmy millie,
florence flo florrie, frances fran frankie, francis frank frankie, frederick fred freddie,
gabriel gabe, george georgie, gerald gerry jerry, gillian gill jill, gregory greg,
harold harry hal, helen nell nellie, henry harry hal, isabel isabella isobel bella izzy,
jacob jake, jacqueline jackie, james jim jimmy jamie, jane janie, janet jan,
jeffrey geoffrey jeff geoff, jennifer jen jenny, jeremy jerry, jessica jess jessie, joan joanie,
joanna joanne jo, john jack johnny jon, jonathan jon jonny, joseph joe joey, josephine jo josie,
joshua josh, judith judy, kenneth ken kenny, laurence lawrence larry laurie,
leonard len lenny leo, louise lou, lucille lucy, madeleine maddie,
margaret maggie meg peggy marge greta daisy, martin marty, mary molly polly may, matthew matt,
maximilian max, michael mick mike mickey, mohammed muhammad mohamed mo, nathaniel nathan nat,
nicholas nick nicky, nicola nicky nikki, oliver ollie, olivia liv livvy, pamela pam,
patricia pat patsy tricia trish, patrick pat paddy, penelope penny, peter pete,
philip phillip phil pip, rachel rach, raymond ray, rebecca becky becca,
richard dick rich richie rick ricky, robert bob bobby rob robbie bert, roderick rod roddy,
ronald ron ronnie, rosemary rose rosie, samantha sam sammy, samuel sam sammy, sarah sally sal,
sebastian seb, simon si, sophia sophie, stephanie steph, stephen steven steve, stuart stewart stu,
susan susanna sue susie, terence terry, theodore theo ted, theresa teresa terry tess,
thomas tom tommy, timothy tim timmy, valerie val, victoria vicky tori, vincent vince vinny,
walter walt wally, wilfred wilf fred, william will bill billy willy liam, winifred win winnie,
zachary zac zack,
alexander sascha, andreas andi, anton toni, christian chris, christoph chris, elisabeth sissi lisl,
franz franzl, friedrich fritz, gabriele gabi, georg schorsch, heinrich heinz, johanna hanna hanni,
johannes hans hannes, josef sepp seppi beppo, katharina kathi kati, klaus nikolaus niki, lieselotte
lilo, magdalena leni lena, margarete grete gretel gretl, maria mitzi mizzi, matthias matze hias,
michael michi, rudolf rudi, sebastian basti wastl, susanne susi, theresia resi, ulrich uli,
ulrike uli, ursula uschi, wilhelm willi, wolfgang wolfi,
alexandre alex, antoine toine, catherine cathy, christophe chris, dominique dom domi,
elisabeth babette, emmanuel manu, emmanuelle manu, frederic fred, gerard gege, jean jeannot,
jeanne jeannette, laurent lolo, madeleine mado, marguerite margot, nathalie nath, nicolas nico,
philippe phil, sebastien seb, stephane steph, veronique vero
`.split(',');

/** Each name with its short forms. */
export const nameFamilies: readonly (readonly string[])[] = families.map((family) =>
  family.trim().split(/\s+/),
);

const variantsByName = new Map<string, readonly string[]>();
for (const names of nameFamilies) {
  for (const name of names)
    variantsByName.set(name, [...(variantsByName.get(name) ?? []), ...names]);
}

/**
 * The other forms of a normalized first name: "bill" gives "william", "will", and "ольга" gives
 * "olga"; none if unknown.
 */
export function nameVariantsOf(word: string): readonly string[] {
  const spelled = latinFormsOf(word);
  const short = [word, ...spelled].flatMap((form) => variantsByName.get(form) ?? []);
  return [...new Set([...spelled, ...short])].filter((form) => form !== word);
}

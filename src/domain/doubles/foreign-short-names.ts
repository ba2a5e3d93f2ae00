// More short forms of German and French first names than `name-variants.ts` has: whoever looks for
// doubles has time for all of them, a search at the Counter for the usual ones.

const families = `
alexander alex sascha xandi, andreas andi anderl, angelika geli, anna anne anni annerl,
annemarie annemie, antonia toni, anton toni, barbara babsi bärbel, benedikt bene, benjamin ben benni,
bernhard bernd, bernd berni, brigitte gitte gitti, christian chris christl, christine christl tine,
christoph chris stoffel, daniel dani, dietrich dieter, dorothea dora doro thea, eberhard ebbo,
elisabeth elli lisa lisbeth lisl liesel sissi, elke elli, ernst erni, eva evi, ferdinand ferdi,
florian flo, franziska franzi, franz franzl, friedrich fritz fredi, gabriele gabi, georg schorsch,
gerhard gerd hardi, gertrud trude gerti, gisela gisi, günther günni, hannelore hanne lore,
hans johannes johann hansi hannes, heinrich heiner heinz heini, helmut helmi, hermann harry,
hildegard hilde, hubert hubsi, ingeborg inge, jakob jockel, joachim jochen achim,
josef sepp jupp beppo, josefine josi fine, jürgen jörg georg, karl kalle, karoline karo line,
katharina käthe kathi katrin nina, klaus klausi nikolaus, konrad konni kurt, kristina kris tina,
leonhard leo hartl, lieselotte lilo lotte, ludwig lutz wiggerl, luise lulu, magdalena lena leni,
manfred manni fred, margarete grete gretl gretel marga rita, maria marie mia mitzi ria,
martina tina, martin martl, matthias matze hias, maximilian max maxi, michaela michi ela,
michael michi michel micha, monika moni, nikolaus niko klaus, patrizia patty, paul pauli,
peter pit, philipp phil lipp, raphael rafi, regina gina regi, reinhard reini, renate nate,
robert robi, rosa rosi, rosemarie rosi romy, rudolf rudi, sabine bine, sebastian basti wastl,
siegfried siggi, sigrid siggi sigi, simon simi, sophie soffi, stefanie steffi, stefan steff,
susanne susi sanne, theodor theo, therese resi, thomas tom tommi, ulrike uli rike, ulrich uli,
ursula uschi ulla, valentin valti vale, veronika vroni, viktoria vicky, walter walti,
werner werni, wilhelm willi willy, wolfgang wolfi wolf,
adélaïde adèle, alexandre alex, alexandra alex sandra, alphonse fonfon, amélie mélie, andré dédé,
antoine toine toinou, augustin gus, aurélie lili, benoît ben, bernadette nanette, bernard nanard,
bertrand bébert, catherine cathy kate, cécile cess, charlotte lolotte cha, christelle chris,
christian chris, christophe chris tophe, claudine clo, corinne coco, daniel dany, danielle dany,
delphine del, dominique dom domi, édouard ed doudou, élisabeth élise babette lise zabeth,
emmanuel manu, emmanuelle manu, étienne titi, fabrice fab, ferdinand ferdi, florence flo,
florent flo, françoise fanfan soizic, françois franck fanfan, frédéric fred, frédérique fred,
gabriel gaby, gabrielle gaby, geneviève ginette viève, georges jojo, gérard gégé, gilbert gil,
grégoire greg, guillaume guigui willy, gustave gus, hélène léna, henri riri, hervé vévé,
isabelle isa zabelle, jacqueline jacotte line, jacques jacquot jaco, jean jeannot, jeanne jeannette,
jérôme gégé, joséphine jo fifine, joseph jo, julien juju, juliette juju, laurence lolo, laurent lolo,
léonard léo, louis loulou, louise louisette, lucien lulu, madeleine mado, marcel marcelou,
marguerite margot guite, marie manon mimi, martine titine, mathieu mat, maurice momo, michel mimi,
michèle mimi, monique momo, nathalie nath, nicolas nico, nicole nico, olivier olive, pascal calou,
patrice pat, patricia pat, philippe phil fifi, pierre pierrot, raphaël raph, raymond momo,
rené néné, robert bob, roger roro, sébastien seb, simone momone, solange soso, stéphane stéph,
stéphanie stéph fanny, suzanne suzon suzie, sylvie syl, thérèse zézette, théodore théo,
thibault tibo, valérie val, véronique véro, victor totor, vincent vince, virginie ginie,
xavier xav, yvette vévette
`.split(',');

/** Words of one first name in German or French, each family with its forms. */
export const foreignShortNames: readonly (readonly string[])[] = families.map((family) =>
  family.trim().split(/\s+/),
);

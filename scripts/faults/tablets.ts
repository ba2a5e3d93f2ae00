// Several tablets and the shop's own server: it is killed, filled up, set back, emptied, cut off
// and made to lie. What it acknowledged must be on its disk, what a tablet said is saved must come
// to all tablets, and nothing that no tablet of the shop made may be taken.
import type { Campaign } from './campaign.ts';
import { cutsOfLine } from './depot/cuts.ts';
import { fullDisk, emptiedServer, setBackServer } from './depot/disk.ts';
import { killedServer, killedWithWriter } from './depot/kills.ts';
import { forgedParcels, newerApp, tamperedParcels, wrongKey } from './depot/lies.ts';
import { oldKey } from './depot/taken-out.ts';

const parts = [
  killedWithWriter,
  killedServer,
  fullDisk,
  setBackServer,
  emptiedServer,
  cutsOfLine,
  tamperedParcels,
  forgedParcels,
  wrongKey,
  oldKey,
  newerApp,
];

export const tablets: Campaign = {
  name: 'tablets',
  where: 'here',
  async run(task) {
    const tallies = [];
    for (const part of parts) tallies.push(await part(task));
    return tallies;
  },
};

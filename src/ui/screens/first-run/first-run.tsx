import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { dropInvitation, handedInvitation } from '#app/pairing/handed-invitation.ts';
import { deviceCurrency } from '#app/shop/currencies.ts';
import type { InstallState } from '#app/environment.ts';
import { useApp, type NewShopAnswers } from '#ui/hooks/use-shop.ts';
import { useObservable } from '#ui/hooks/use-observable.ts';
import { Awning } from '#ui/parts/layout/awning.tsx';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { TextField } from '#ui/parts/controls/field.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import type { Route } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { RestoreInTemporaryShop } from '#ui/screens/recovery/restore-instead.tsx';
import { JoinShopForm } from '#ui/screens/tablets/join-shop-form.tsx';
import { FirstRunGuide } from './first-run-guide.tsx';
import { FirstRunLocale } from './first-run-locale.tsx';
import './first-run.css';
import { SalvageButton } from '#ui/screens/recovery/salvage-button.tsx';
import { shopTypeOptions } from './shop-type-options.tsx';

/** The first minute: what the shop is called and sells, and three ways to begin. */
export function FirstRunScreen(): JSX.Element {
  const { device, shops } = useApp();
  const install = useObservable(device.install, device.install.state);
  const [sample, setSample] = useState<{ readonly done: number | null } | null>(null);
  const invitation = useObservable(handedInvitation, () => handedInvitation.value);
  const [chosen, setWay] = useState<'ask' | 'restore' | 'join'>('ask');
  // A Safari tab would lose the shop.
  const way = invitation !== '' && install !== 'manual' ? 'join' : chosen;
  const trySample = (): void => {
    setSample({ done: null });
    void shops.enterSample((done) => setSample({ done }));
  };
  const leaveJoining = (): void => {
    dropInvitation();
    setWay('ask');
  };
  return (
    <div class="app first-run">
      <Awning />
      <main class="first-run_page">
        {way === 'restore' ? <FirstRunRestore onLeave={() => setWay('ask')} /> : null}
        {way === 'join' ? (
          <JoinShopForm key={invitation} handed={invitation} onLeave={leaveJoining} />
        ) : null}
        {way === 'ask' ? (
          <FirstRunInside
            sample={sample}
            install={install}
            isInvited={invitation !== ''}
            onTrySample={trySample}
            onRestore={() => setWay('restore')}
            onJoin={() => setWay('join')}
          />
        ) : null}
      </main>
    </div>
  );
}

interface FirstRunInsideProps {
  readonly sample: { readonly done: number | null } | null;
  readonly install: InstallState;
  readonly isInvited: boolean;
  readonly onTrySample: () => void;
  readonly onRestore: () => void;
  readonly onJoin: () => void;
}

function FirstRunInside(props: FirstRunInsideProps): JSX.Element {
  const { sample, install, isInvited, onTrySample, onRestore, onJoin } = props;
  if (sample !== null) {
    return (
      <Progress
        label={m.first_run_sample_label()}
        text={m.first_run_sample_text()}
        done={sample.done}
      />
    );
  }
  if (install === 'manual') {
    return (
      <>
        <FirstRunGuide onLookAround={onTrySample} />
        {isInvited ? <p class="first-run_install">{m.tablets_handed_guide()}</p> : null}
        <ShopInTab />
      </>
    );
  }
  return (
    <>
      {install === 'can-prompt' ? <InstallOffer /> : null}
      <Questions onTrySample={onTrySample} />
      <p class="line line-level first-run_before">
        {m.first_run_before()}{' '}
        <Button kind="link" onPress={onRestore}>
          {m.storage_restore()}
        </Button>
      </p>
      <p class="line line-level first-run_before">
        {m.tablets_join_before()}{' '}
        <Button kind="link" onPress={onJoin}>
          {m.tablets_join()}
        </Button>
      </p>
    </>
  );
}

// A new tablet, or one whose data was cleared: the shop is in a file.
function FirstRunRestore({ onLeave }: { readonly onLeave: () => void }): JSX.Element {
  return (
    <div class="first-run_form">
      <h1 class="first-run_title">{m.first_run_restore_title()}</h1>
      <RestoreInTemporaryShop dataLoss={null} chosen={null} />
      <div>
        <Button onPress={onLeave}>{m.first_run_restore_leave()}</Button>
      </div>
    </div>
  );
}

// A shop begun in this tab can be moved into the app on the home screen.
function ShopInTab(): JSX.Element | null {
  const { device } = useApp();
  const { shop } = device.pointer.read();
  if (shop === null) return null;
  return (
    <div class="first-run_install">
      <p>{m.storage_tab_shop()}</p>
      <SalvageButton name={shop} />
    </div>
  );
}

function Questions({ onTrySample }: Pick<FirstRunInsideProps, 'onTrySample'>): JSX.Element {
  const { device, shops } = useApp();
  const [answers, setAnswers] = useState<NewShopAnswers>({
    shopName: '',
    shopKind: 'other',
    zone: device.zone,
    currency: deviceCurrency(device.language),
  });
  const [kindChosen, setKindChosen] = useState(false);
  const [isNameMissing, setNameMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  function begin(then: Route): void {
    if (answers.shopName.trim() === '') {
      setNameMissing(true);
      document.querySelector<HTMLInputElement>('.first-run input')?.focus();
      return;
    }
    if (isBusy) return;
    setBusy(true);
    void shops.create({ ...answers, shopName: answers.shopName.trim() }, then);
  }
  return (
    <form
      class="first-run_form"
      onSubmit={(event) => {
        event.preventDefault();
        begin({ kind: 'counter' });
      }}
    >
      <div>
        <p class="first-run_kicker">{m.first_run_kicker()}</p>
        <h1 class="first-run_title">{m.first_run_name_question()}</h1>
      </div>
      <TextField
        label={m.first_run_name_label()}
        labelling="hidden"
        size="large"
        value={answers.shopName}
        maxLength={80}
        autoCapitalize="words"
        problem={isNameMissing ? m.first_run_name_missing() : null}
        onInput={(shopName) => {
          setNameMissing(false);
          setAnswers({ ...answers, shopName });
        }}
      />
      <Choice
        legend={m.first_run_kind_question()}
        options={shopTypeOptions()}
        value={kindChosen ? answers.shopKind : null}
        onChange={(shopKind) => {
          setKindChosen(true);
          setAnswers({ ...answers, shopKind });
        }}
      />
      <FirstRunLocale
        zone={answers.zone}
        currency={answers.currency}
        onChange={(place) => setAnswers({ ...answers, ...place })}
      />
      <Ways onTrySample={onTrySample} onImport={() => begin({ kind: 'import' })} />
    </form>
  );
}

interface WaysProps {
  readonly onTrySample: () => void;
  readonly onImport: () => void;
}

function Ways({ onTrySample, onImport }: WaysProps): JSX.Element {
  return (
    <div class="first-run_ways">
      <button class="first-run_way first-run_way-first" type="submit">
        <b>{m.first_run_own()}</b>
        <small>{m.first_run_own_hint()}</small>
      </button>
      <button class="first-run_way" type="button" onClick={onTrySample}>
        <b>{m.first_run_sample()}</b>
        <small>{m.first_run_sample_hint()}</small>
      </button>
      <button class="first-run_way" type="button" onClick={onImport}>
        <b>{m.first_run_list()}</b>
        <small>{m.first_run_list_hint()}</small>
      </button>
    </div>
  );
}

function InstallOffer(): JSX.Element {
  const { install } = useApp().device;
  return (
    <div class="first-run_install">
      <p>
        <b>{m.first_run_install()}</b> {m.first_run_install_hint()}
      </p>
      <Button onPress={() => void install.ask()}>{m.first_run_install_key()}</Button>
    </div>
  );
}

import { beforeAll, describe, expect, it } from 'vitest';
import { system, type Actor } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted, Forbidden } from '#platform/refusal.ts';
import { passingVault } from '#platform/secrets/vault.ts';
import { freshDatabase } from '#test/support/database.ts';
import { agreementRegister } from './agreement-register.ts';
import { agreementSignature, currentAgreement, publishAgreement, signAgreement } from './agreements.ts';
import { addPerson } from './people.ts';

const database = await freshDatabase();
const at = (day: string, actor: Actor = system) => commandContext(database.primary, actor, new Date(`${day}T15:00:00Z`), () => []);

describe('a confidentiality agreement', () => {
  let marcela: Actor;
  const text = { title: 'Acuerdo de confidencialidad', body: 'Me comprometo a no revelar lo reservado.', months: 12 };

  beforeAll(async () => {
    await database.primary.insertInto('institution').values({ kind: 'Alcaldía de', name: 'Puerto Claro', set_up_at: new Date() }).execute();
    const id = accepted(
      await addPerson(at('2026-11-22'), {
        name: 'Marcela Ospina',
        email: 'marcela.ospina@puertoclaro.gov.co',
        position: '',
        employment: 'servant',
        unit: null,
        language: 'es',
        roles: [],
      }),
    );
    await addPerson(at('2026-11-22'), {
      name: 'Julián Restrepo',
      email: 'julian.restrepo@puertoclaro.gov.co',
      position: '',
      employment: 'servant',
      unit: null,
      language: 'es',
      roles: [],
    });
    marcela = { kind: 'person', id, name: 'Marcela Ospina', grants: [] };
    await publishAgreement(at('2026-11-22'), text);
  });

  it("is signed with one's own name, whatever its accents and capitals", async () => {
    expect(await signAgreement(at('2026-11-22', marcela), { text: 1, name: 'Julián Restrepo', code: '' }, 5)).toMatchObject({
      refused: 'agreement.other_name',
      field: 'name',
    });
    const id = accepted(await signAgreement(at('2026-11-22', marcela), { text: 1, name: 'marcela  ospina', code: '' }, 5));
    expect(await agreementSignature(at('2026-11-22', marcela), id)).toMatchObject({
      signed_name: 'marcela  ospina',
      whole: true,
      expires_on: '2027-11-22',
      second_factor: false,
    });
    expect(await currentAgreement(at('2027-11-22'), marcela.id!)).toMatchObject({ number: 1, expiresOn: '2027-11-22' });
  });

  it('ends when its term ends', async () => {
    expect(await currentAgreement(at('2027-11-23'), marcela.id!)).toBeNull();
    expect((await agreementRegister(at('2027-11-01'), {})).counts).toMatchObject({ soon: 1, none: 1 });
    expect((await agreementRegister(at('2027-11-23'), { state: 'expired' })).rows.map(({ name }) => name)).toEqual(['Marcela Ospina']);
  });

  it('is signed anew when its text changes, and a form opened before says so', async () => {
    expect(await publishAgreement(at('2026-12-01'), text)).toMatchObject({ refused: 'agreement.same_text' });
    await publishAgreement(at('2026-12-01'), { ...text, body: `${text.body} Tampoco lo clasificado.` });
    expect(await currentAgreement(at('2026-12-01'), marcela.id!)).toBeNull();
    expect(await signAgreement(at('2026-12-01', marcela), { text: 1, name: 'Marcela Ospina', code: '' }, 5)).toMatchObject({
      refused: 'agreement.newer_text',
    });
    expect((await agreementRegister(at('2026-12-01'), {})).counts).toMatchObject({ older: 1, none: 1 });
    await signAgreement(at('2026-12-01', marcela), { text: 2, name: 'Marcela Ospina', code: '' }, 5);
    expect(await currentAgreement(at('2026-12-01'), marcela.id!)).toMatchObject({ number: 2 });
  });

  it('asks for the second factor of who has one', async () => {
    await database.primary
      .updateTable('people')
      .set({ totp_secret: passingVault.seal(`people.totp_secret:${marcela.id}`, 'JBSWY3DPEHPK3PXP'), totp_confirmed_at: new Date() })
      .where('id', '=', marcela.id)
      .execute();
    expect(await signAgreement(at('2026-12-02', marcela), { text: 2, name: 'Marcela Ospina', code: '' }, 5)).toMatchObject({
      refused: 'input.required',
      field: 'code',
    });
    expect(await signAgreement(at('2026-12-02', marcela), { text: 2, name: 'Marcela Ospina', code: '000000' }, 4)).toMatchObject({
      field: 'code',
      details: { count: 4 },
    });
  });

  it('of another is read only by who may read the register, and an altered one is seen', async () => {
    const { id } = await database.primary.selectFrom('agreement_signatures').select('id').executeTakeFirstOrThrow();
    await expect(agreementSignature(at('2026-12-02', { ...marcela, id: crypto.randomUUID() }), id)).rejects.toThrow(Forbidden);
    await database.primary.updateTable('agreement_signatures').set({ signed_name: 'Otra' }).where('id', '=', id).execute();
    expect(await agreementSignature(at('2026-12-02'), id)).toMatchObject({ whole: false });
  });
});

import { describe, expect, it } from 'vitest';
import { choicesFrom, mappingWith } from './column-choices.ts';

const columns = ['studentUniqueId', 'birthDate'];
const foreign = ['Pupil', 'Birth Date', 'Shoe'];

describe('What a district calls its columns', () => {
  it('is guessed only where a name is the column’s but for spaces, signs and size', () =>
    expect(choicesFrom(columns, foreign, undefined)).toEqual({ studentUniqueId: '', birthDate: 'Birth Date' }));

  it('is as it was said before, and nothing is guessed beside it', () => {
    const mapping = { columns: { 'PUPIL ': 'studentUniqueId' }, ignored: ['Birth Date'] };
    expect(choicesFrom(columns, foreign, mapping)).toEqual({ studentUniqueId: 'Pupil', birthDate: '' });
  });

  it('is found again however its spaces, lines and accents are written', () => {
    const mapping = { columns: { ['Número de alumno'.normalize('NFC')]: 'studentUniqueId' }, ignored: [] };
    const title = 'Número\nde  alumno'.normalize('NFD');
    expect(choicesFrom(columns, [title], mapping)).toMatchObject({ studentUniqueId: title });
  });

  it('is kept with the names that nothing was chosen for passed over', () =>
    expect(mappingWith({ studentUniqueId: 'Pupil', birthDate: '' }, foreign, undefined)).toEqual({
      columns: { Pupil: 'studentUniqueId' },
      ignored: ['Birth Date', 'Shoe'],
    }));

  it('leaves alone what is known of other files, and says anew what is in this one', () => {
    const mapping = { columns: { Learner: 'studentUniqueId', shoe: 'birthDate' }, ignored: ['Locker', 'pupil'] };
    expect(mappingWith({ studentUniqueId: 'Pupil', birthDate: 'Birth Date' }, foreign, mapping)).toEqual({
      columns: { Learner: 'studentUniqueId', Pupil: 'studentUniqueId', 'Birth Date': 'birthDate' },
      ignored: ['Locker', 'Shoe'],
    });
  });
});

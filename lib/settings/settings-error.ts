import { DomainError } from '@/lib/errors';

/** One setting that is wrong: `problem` says what it should be, as in `must be a number from 0 to 65535`. */
export interface SettingProblem {
  name: string;
  problem: string;
}

/** Every setting that is wrong, all at once. Values of secrets are never quoted. */
export class SettingsError extends DomainError {
  readonly problems: readonly SettingProblem[];

  constructor(problems: readonly SettingProblem[]) {
    const lines = problems.map(({ name, problem }) => `  ${name} ${problem}`);
    super('invalid', 'InvalidSettings', `Snapscope cannot start with these settings:\n${lines.join('\n')}`);
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

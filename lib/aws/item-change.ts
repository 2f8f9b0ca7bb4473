import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';

type Update = Pick<
  UpdateCommandInput,
  | 'UpdateExpression'
  | 'ConditionExpression'
  | 'ExpressionAttributeNames'
  | 'ExpressionAttributeValues'
>;

/**
 * Changes of one item, to be made together and under conditions. Every name and value goes in by
 * reference, because names may be reserved words and ids may hold any character.
 * @example new ItemChange().when((path) => `attribute_exists(${path('owner')})`).set(['claim'], claim)
 */
export class ItemChange {
  private readonly names = new Map<string, string>();
  private readonly values = new Map<string, unknown>();
  private readonly sets: string[] = [];
  private readonly removes: string[] = [];
  private readonly conditions: string[] = [];

  /** One more condition, written with references to attributes and values. */
  when(
    condition: (path: (...names: string[]) => string, value: (value: unknown) => string) => string,
  ): this {
    this.conditions.push(
      condition(
        (...names) => this.path(names),
        (value) => this.value(value),
      ),
    );
    return this;
  }

  set(path: string[], value: unknown): this {
    this.sets.push(`${this.path(path)} = ${this.value(value)}`);
    return this;
  }

  /** Leaves a value that stands there as it is. */
  setIfNew(path: string[], value: unknown): this {
    const reference = this.path(path);
    this.sets.push(`${reference} = if_not_exists(${reference}, ${this.value(value)})`);
    return this;
  }

  remove(path: string[]): this {
    this.removes.push(this.path(path));
    return this;
  }

  /** The parts of an UpdateCommand. */
  toUpdate(): Update {
    const clause = (verb: string, parts: string[]) =>
      parts.length > 0 ? [`${verb} ${parts.join(', ')}`] : [];
    const clauses = [...clause('SET', this.sets), ...clause('REMOVE', this.removes)];
    return {
      UpdateExpression: clauses.join(' '),
      ...(this.conditions.length > 0 && {
        ConditionExpression: this.conditions.map((each) => `(${each})`).join(' AND '),
      }),
      ExpressionAttributeNames: Object.fromEntries(
        [...this.names].map(([name, reference]) => [reference, name]),
      ),
      ...(this.values.size > 0 && { ExpressionAttributeValues: Object.fromEntries(this.values) }),
    };
  }

  private path(names: string[]): string {
    return names.map((name) => this.nameOf(name)).join('.');
  }

  private nameOf(name: string): string {
    const reference = this.names.get(name) ?? `#n${this.names.size}`;
    this.names.set(name, reference);
    return reference;
  }

  private value(value: unknown): string {
    const reference = `:v${this.values.size}`;
    this.values.set(reference, value);
    return reference;
  }
}

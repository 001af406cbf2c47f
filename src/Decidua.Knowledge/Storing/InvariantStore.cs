using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Safety;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Knowledge.Storing;

/// <summary>Writes and reads back the invariants: every answer is held against them, so they must be there at once.</summary>
internal static class InvariantStore
{
    private enum Kind
    {
        Never,
        Always,
        Independent,
        Monotone,
    }

    internal static void Write(StoreWriter writer, ImmutableArray<Invariant> invariants)
    {
        writer.Count(invariants.Length);
        foreach (var invariant in invariants)
        {
            writer.Count((int)KindOf(invariant));
            writer.Text(invariant.Id);
            writer.Text(invariant.Why);
            writer.Text(invariant.Source);
            writer.Count((int)invariant.Checked);
            writer.Place(invariant.Place);
            switch (invariant)
            {
                case Invariant.Never never:
                    Write(writer, never.When, never.Outcome);
                    break;
                case Invariant.Always always:
                    Write(writer, always.When, always.Outcome);
                    writer.Text(always.Document);
                    break;
                case Invariant.Independent independent:
                    writer.Count(independent.Fact.Index);
                    writer.Text(independent.Subject);
                    break;
                case Invariant.Monotone monotone:
                    writer.Count(monotone.Raising.Index);
                    writer.Text(monotone.Value);
                    break;
            }
        }
    }

    internal static ImmutableArray<Invariant> Read(StoreReader reader, Fact[] facts) => reader.Many(() =>
    {
        var kind = (Kind)reader.Count();
        var (id, why, source, how, place) = (reader.Text(), reader.Text(), reader.Text(), (Checked)reader.Count(), reader.Place());
        Invariant invariant;
        switch (kind)
        {
            case Kind.Never:
                invariant = new Invariant.Never { Id = id, Why = why, Source = source, Checked = how, Place = place, When = Conditions(reader, facts), Outcome = Outcome(reader) };
                break;
            case Kind.Always:
                var (when, outcome) = (Conditions(reader, facts), Outcome(reader));
                invariant = new Invariant.Always { Id = id, Why = why, Source = source, Checked = how, Place = place, When = when, Outcome = outcome, Document = reader.Text() };
                break;
            case Kind.Independent:
                invariant = new Invariant.Independent { Id = id, Why = why, Source = source, Checked = how, Place = place, Fact = facts[reader.Count()], Subject = reader.Text() };
                break;
            default:
                invariant = new Invariant.Monotone { Id = id, Why = why, Source = source, Checked = how, Place = place, Raising = facts[reader.Count()], Value = reader.Text() };
                break;
        }

        return invariant;
    });

    private static Kind KindOf(Invariant invariant) => invariant switch
    {
        Invariant.Never => Kind.Never,
        Invariant.Always => Kind.Always,
        Invariant.Independent => Kind.Independent,
        Invariant.Monotone => Kind.Monotone,
        _ => throw new ArgumentOutOfRangeException(nameof(invariant)),
    };

    private static void Write(StoreWriter writer, ImmutableArray<FactCondition> when, Outcome outcome)
    {
        writer.Count(when.Length);
        foreach (var condition in when)
        {
            writer.Count(condition.Fact.Index);
            writer.Values(condition.Values);
            writer.Text(condition.Text);
        }

        writer.Count((int)outcome.Kind);
        writer.Text(outcome.Subject);
        writer.Count((int)outcome.Intensity);
    }

    private static ImmutableArray<FactCondition> Conditions(StoreReader reader, Fact[] facts) => reader.Many(() => new FactCondition(facts[reader.Count()], reader.Values()!, reader.Text()));

    private static Outcome Outcome(StoreReader reader) => new((OutcomeKind)reader.Count(), reader.Text(), (Intensity)reader.Count());
}

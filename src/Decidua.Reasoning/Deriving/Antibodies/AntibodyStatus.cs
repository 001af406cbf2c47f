using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;

namespace Decidua.Reasoning.Deriving.Antibodies;

/// <summary>Which states an antibody may be in: some of negative, low, not confirmed, persistent, from the least to the gravest.</summary>
/// <param name="Mask">Bit i stands for the state with index i.</param>
internal readonly record struct AntibodyStatus(int Mask)
{
    private const int States = 4;
    private static readonly string[] Words = ["negative", "low", "not confirmed", "persistent"];

    /// <summary>Nothing found.</summary>
    public static AntibodyStatus Negative { get; } = new(1);

    /// <summary>Found in a titre that does not count.</summary>
    public static AntibodyStatus Low { get; } = new(1 << 1);

    /// <summary>Found once.</summary>
    public static AntibodyStatus NotConfirmed { get; } = new(1 << 2);

    /// <summary>Found twice, far enough apart.</summary>
    public static AntibodyStatus Persistent { get; } = new(1 << 3);

    /// <summary>Nothing known.</summary>
    public static AntibodyStatus Open { get; } = new((1 << States) - 1);

    /// <summary>Either of two.</summary>
    public static AntibodyStatus operator |(AntibodyStatus one, AntibodyStatus other) => new(one.Mask | other.Mask);

    /// <summary>Whether it may be in a state.</summary>
    public bool Allows(AntibodyStatus state) => (Mask & state.Mask) != 0;

    /// <summary>The graver of this state and another, for every pair that is possible.</summary>
    public AntibodyStatus Graver(AntibodyStatus other)
    {
        var mask = 0;
        for (var mine = 0; mine < States; mine++)
        {
            for (var theirs = 0; theirs < States; theirs++)
            {
                if ((Mask >> mine & 1) == 1 && (other.Mask >> theirs & 1) == 1)
                    mask |= 1 << Math.Max(mine, theirs);
            }
        }

        return new(mask);
    }

    /// <summary>The states as choices of a fact; what the fact has no word for is the nearest lesser word that it has.</summary>
    public ValueSet In(FactType type)
    {
        var mask = 0UL;
        for (var state = 0; state < States; state++)
        {
            if ((Mask >> state & 1) == 1)
                mask |= Choice(type, state);
        }

        return new ValueSet.Choices(mask);
    }

    /// <summary>What the results of one test come to.</summary>
    /// <param name="readings">Every result of the test.</param>
    /// <param name="repeatFrom">Days between two positive results that confirm one another.</param>
    public static AntibodyStatus Of(IReadOnlyList<AntibodyReading> readings, int repeatFrom)
    {
        if (!readings.Any(reading => reading.IsReadable))
            return Open;
        var positive = readings.Where(reading => reading.Counts != Presence.Absent).ToList();
        var pairs = (from one in positive
                     from other in positive
                     where one != other
                     let apart = one.IsApart(other, repeatFrom)
                     where apart != Presence.Absent
                     select apart == Presence.Present && one.Counts == Presence.Present && other.Counts == Presence.Present).ToList();
        if (pairs.Contains(true))
            return Persistent;
        var status = pairs.Count > 0 ? Persistent : new(0);
        var negative = readings.Where(reading => reading.Counts == Presence.Absent).ToList();
        Presence Refuted(AntibodyReading found) =>
            negative.Count == 0 ? Presence.Absent : negative.Max(reading => reading.IsAfter(found, repeatFrom));
        if (positive.Exists(found => Refuted(found) != Presence.Present))
            status |= NotConfirmed;
        if (positive.TrueForAll(found => found.Counts == Presence.Possible || Refuted(found) != Presence.Absent))
            status |= Remainder(readings.Where(reading => reading.Counts != Presence.Present));
        return status;
    }

    // What is left when nothing counts: the last result that does not.
    private static AntibodyStatus Remainder(IEnumerable<AntibodyReading> rest) => rest.MaxBy(reading => reading.Latest)?.IsLow switch
    {
        Presence.Present => Low,
        Presence.Absent => Negative,
        _ => Negative | Low,
    };

    private static ulong Choice(FactType type, int state)
    {
        for (var least = state; least >= 0; least--)
        {
            if (type.Choice(Words[least]) is ValueSet.Choices choice)
                return choice.Mask;
        }

        return 1;
    }
}

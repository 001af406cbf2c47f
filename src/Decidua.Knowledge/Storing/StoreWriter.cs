using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Storing;

/// <summary>Writes the small parts of which stored knowledge is made. A text that was written before is written as its number.</summary>
internal sealed class StoreWriter(BinaryWriter output)
{
    private readonly Dictionary<string, int> texts = [];

    internal void Flag(bool value) => output.Write(value);

    internal void Count(int value) => output.Write7BitEncodedInt(value);

    internal void Text(string text)
    {
        if (texts.TryGetValue(text, out var number))
        {
            Count(number);
            return;
        }

        texts.Add(text, texts.Count + 1);
        Count(0);
        output.Write(text);
    }

    internal void Texts(ImmutableArray<string> all)
    {
        Count(all.Length);
        foreach (var text in all) Text(text);
    }

    internal void Map(ImmutableSortedDictionary<string, string> map)
    {
        Count(map.Count);
        foreach (var (key, value) in map)
        {
            Text(key);
            Text(value);
        }
    }

    internal void Place(Place place)
    {
        Text(place.File);
        Count(place.Line);
        Count(place.Column);
    }

    internal void Number(decimal? number)
    {
        Flag(number is not null);
        if (number is { } value) output.Write(value);
    }

    internal void Interval(Interval interval)
    {
        output.Write(interval.Low);
        Flag(interval.LowClosed);
        output.Write(interval.High);
        Flag(interval.HighClosed);
    }

    internal void Values(ValueSet? set)
    {
        output.Write((byte)(set switch { null => StoredValues.None, ValueSet.Choices => StoredValues.Choices, _ => StoredValues.Numbers }));
        if (set is ValueSet.Choices choices) output.Write(choices.Mask);
        if (set is not ValueSet.Numbers numbers) return;
        Count(numbers.Intervals.Length);
        foreach (var interval in numbers.Intervals) Interval(interval);
    }

    internal void Type(FactType type)
    {
        Count((int)type.Kind);
        if (type.IsNumeric)
        {
            Text(type.Unit);
            Interval(type.Range);
        }
        else if (type.Kind == FactKind.Choice)
        {
            Texts(type.Choices);
        }
    }

    internal void Milestone(Milestone? milestone)
    {
        switch (milestone)
        {
            case null:
                Count((int)StoredMilestone.None);
                break;
            case Milestone.Event point:
                Count((int)StoredMilestone.Event);
                Text(point.Name);
                output.Write(point.OffsetMinutes);
                break;
            case Milestone.Gestation age:
                Count((int)StoredMilestone.Gestation);
                output.Write(age.Days);
                output.Write(age.OffsetMinutes);
                break;
            case Milestone.Either either:
                Count((int)StoredMilestone.Either);
                Flag(either.Later);
                Milestone(either.First);
                Milestone(either.Second);
                break;
        }
    }
}

/// <summary>How a set of values is stored.</summary>
internal enum StoredValues : byte
{
    None,
    Choices,
    Numbers,
}

/// <summary>How a milestone is stored.</summary>
internal enum StoredMilestone
{
    None,
    Event,
    Gestation,
    Either,
}

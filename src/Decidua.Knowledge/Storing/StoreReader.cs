using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Storing;

/// <summary>Reads back what <see cref="StoreWriter"/> wrote. It runs first thing in a new process, so it keeps to what is compiled already.</summary>
internal sealed class StoreReader(BinaryReader input)
{
    private readonly List<string> texts = [];

    internal bool Flag() => input.ReadBoolean();

    internal int Count() => input.Read7BitEncodedInt();

    internal string Text()
    {
        var number = Count();
        if (number > 0) return texts[number - 1];
        var text = input.ReadString();
        texts.Add(text);
        return text;
    }

    internal ImmutableArray<string> Texts() => Many(Text);

    /// <summary>As many things as the count says that stands before them.</summary>
    internal ImmutableArray<T> Many<T>(Func<T> read)
        where T : class
    {
        var all = new T[Count()];
        for (var index = 0; index < all.Length; index++) all[index] = read();
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    internal ImmutableSortedDictionary<string, string> Map()
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (var rest = Count(); rest > 0; rest--) map.Add(Text(), Text());
        return map.ToImmutable();
    }

    internal Place Place() => new(Text(), Count(), Count());

    internal decimal? Number() => Flag() ? input.ReadDecimal() : null;

    internal Interval Interval() => new(input.ReadDecimal(), Flag(), input.ReadDecimal(), Flag());

    internal ValueSet? Values()
    {
        switch ((StoredValues)input.ReadByte())
        {
            case StoredValues.None:
                return null;
            case StoredValues.Choices:
                return new ValueSet.Choices(input.ReadUInt64());
            default:
                var count = Count();
                if (count == 1) return new ValueSet.Numbers(Interval());
                var intervals = new Interval[count];
                for (var index = 0; index < count; index++) intervals[index] = Interval();
                return new ValueSet.Numbers(intervals);
        }
    }

    internal FactType Type()
    {
        var kind = (FactKind)Count();
        return kind switch
        {
            FactKind.YesNo => FactType.YesNo,
            FactKind.Choice => FactType.OneOf(Texts()),
            _ => FactType.Numeric(kind, Text(), Interval()),
        };
    }

    internal Milestone? Milestone() => (StoredMilestone)Count() switch
    {
        StoredMilestone.None => null,
        StoredMilestone.Event => new Milestone.Event(Text(), input.ReadDecimal()),
        StoredMilestone.Gestation => new Milestone.Gestation(input.ReadDecimal(), input.ReadDecimal()),
        _ => new Milestone.Either(Flag(), Milestone()!, Milestone()!),
    };
}

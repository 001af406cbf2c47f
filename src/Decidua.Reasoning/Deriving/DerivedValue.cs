using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;

namespace Decidua.Reasoning.Deriving;

/// <summary>What a record says about one fact.</summary>
/// <param name="Values">The values that are left; never empty.</param>
/// <param name="Origin">From which entries, for readers.</param>
internal sealed record DerivedValue(ValueSet Values, string Origin)
{
    /// <summary>An entry and its date as readers see them: <c>Childbirth, 2018-08-01 (Procedure/12)</c>.</summary>
    public static string Cite(string what, PartialDate? date, Origin from) =>
        date is { } known ? $"{what}, {known} ({from})" : $"{what} ({from})";

    /// <summary>Several citations as one text: three at most, then the number of the others.</summary>
    public static string Join(IEnumerable<string> citations)
    {
        const int shown = 3;
        var all = citations.Distinct().ToList();
        var more = all.Count - shown;
        return string.Join("; ", all.Take(shown)) + (more > 0 ? $"; and {more} more" : "");
    }
}

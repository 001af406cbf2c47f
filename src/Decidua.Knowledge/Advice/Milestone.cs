using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Advice;

/// <summary>
/// A point in a pregnancy at which something starts or ends: a named event, a gestational age, either with an offset, or the
/// later or earlier of two.
/// </summary>
public abstract record Milestone
{
    private static readonly string[] Timeline =
    [
        "cycle start", "egg collection", "embryo transfer", "positive test", "fetal heartbeat", "labour", "planned birth", "birth",
    ];

    private static readonly string[] Elsewhere = ["now", "admission", "discharge", "needle", "catheter out", "OHSS resolved"];

    private Milestone()
    {
    }

    /// <summary>The names of all events.</summary>
    public static IEnumerable<string> EventNames => Timeline.Concat(Elsewhere);

    /// <summary>A named event with an offset.</summary>
    /// <param name="Name">One of <see cref="EventNames"/>.</param>
    /// <param name="OffsetMinutes">Minutes after the event; negative for before.</param>
    public sealed record Event(string Name, decimal OffsetMinutes = 0) : Milestone
    {
        /// <inheritdoc/>
        public override string ToString() => Name + Offset(OffsetMinutes);
    }

    /// <summary>A gestational age with an offset.</summary>
    /// <param name="Days">Whole days.</param>
    /// <param name="OffsetMinutes">Minutes after; negative for before.</param>
    public sealed record Gestation(decimal Days, decimal OffsetMinutes = 0) : Milestone
    {
        /// <inheritdoc/>
        public override string ToString() => ValueText.Gestation(Days) + Offset(OffsetMinutes);
    }

    /// <summary>The later or the earlier of two milestones.</summary>
    /// <param name="Later">True for the later.</param>
    /// <param name="First">One milestone.</param>
    /// <param name="Second">The other.</param>
    public sealed record Either(bool Later, Milestone First, Milestone Second) : Milestone
    {
        /// <inheritdoc/>
        public override string ToString() => $"{(Later ? "later" : "earlier")} of ({First}, {Second})";
    }

    /// <summary>The event of this moment.</summary>
    public static Milestone Now { get; } = new Event("now");

    /// <summary>Reads a milestone.</summary>
    /// <param name="text">For example <c>birth + 6 wk</c> or <c>later of (now, 28+0)</c>.</param>
    /// <returns>The milestone, or null when the text is none.</returns>
    public static Milestone? Parse(string text)
    {
        text = text.Trim();
        foreach (var (prefix, later) in new[] { ("later of (", true), ("earlier of (", false) })
        {
            if (!text.StartsWith(prefix, StringComparison.Ordinal) || !text.EndsWith(')')) continue;
            var inner = text[prefix.Length..^1];
            var comma = TopLevelComma(inner);
            return comma > 0 && Parse(inner[..comma]) is { } first && Parse(inner[(comma + 1)..]) is { } second
                ? new Either(later, first, second)
                : null;
        }

        foreach (var (sign, factor) in new[] { (" + ", 1m), (" - ", -1m) })
        {
            if (text.IndexOf(sign, StringComparison.Ordinal) is not (> 0 and var at)) continue;
            return Literal.Minutes(text[(at + sign.Length)..].Trim()) is { } minutes
                ? Simple(text[..at].Trim(), factor * minutes)
                : null;
        }

        return Simple(text, 0);
    }

    /// <summary>
    /// What the milestone comes to for a woman whose gestation is known: <c>later of (now, 28+0)</c> is <c>28+0</c> at 12+3 and
    /// <c>now</c> at 30+0. What cannot be decided stays as it is.
    /// </summary>
    /// <param name="gestationDays">Her gestation in days, or null when it is not known or she is not pregnant.</param>
    public Milestone Resolve(decimal? gestationDays)
    {
        if (this is not Either either) return this;
        var first = either.First.Resolve(gestationDays);
        var second = either.Second.Resolve(gestationDays);
        return Order(first, second, gestationDays) switch
        {
            null => new Either(either.Later, first, second),
            <= 0 => either.Later ? second : first,
            _ => either.Later ? first : second,
        };
    }

    /// <summary>The earlier of two starts.</summary>
    /// <param name="first">One start.</param>
    /// <param name="second">The other.</param>
    /// <param name="gestationDays">Her gestation in days, or null.</param>
    public static Milestone Earliest(Milestone first, Milestone second, decimal? gestationDays) =>
        first == second ? first : new Either(Later: false, first, second).Resolve(gestationDays);

    /// <summary>The later of two ends.</summary>
    /// <param name="first">One end.</param>
    /// <param name="second">The other.</param>
    /// <param name="gestationDays">Her gestation in days, or null.</param>
    public static Milestone Latest(Milestone first, Milestone second, decimal? gestationDays) =>
        first == second ? first : new Either(Later: true, first, second).Resolve(gestationDays);

    /// <summary>Negative when the first comes before the second, zero when together, null when it cannot be said.</summary>
    private static int? Order(Milestone first, Milestone second, decimal? gestation)
    {
        if (first == second) return 0;
        return (first, second) switch
        {
            (Event { Name: "now", OffsetMinutes: 0 }, Gestation g) when gestation is { } now => now.CompareTo(g.Days),
            (Gestation g, Event { Name: "now", OffsetMinutes: 0 }) when gestation is { } now => g.Days.CompareTo(now),
            (Gestation a, Gestation b) => (a.Days, a.OffsetMinutes).CompareTo((b.Days, b.OffsetMinutes)),
            (Event a, Event b) when a.Name == b.Name => a.OffsetMinutes.CompareTo(b.OffsetMinutes),
            (Event a, Event b) when IsOnTimeline(a) && IsOnTimeline(b) => Rank(a).CompareTo(Rank(b)),
            (Gestation, Event b) when IsOnTimeline(b) => LastBeforeGestations < Rank(b) ? -1 : 1,
            (Event a, Gestation) when IsOnTimeline(a) => LastBeforeGestations < Rank(a) ? 1 : -1,
            _ => null,
        };
    }

    private static bool IsOnTimeline(Event milestone) => Timeline.Contains(milestone.Name);

    private static int Rank(Event milestone) => Array.IndexOf(Timeline, milestone.Name);

    /// <summary>Gestational ages named in tables lie after the first scan and before labour.</summary>
    private static int LastBeforeGestations => Array.IndexOf(Timeline, "fetal heartbeat");

    private static Milestone? Simple(string text, decimal offset) =>
        EventNames.Contains(text) ? new Event(text, offset)
        : Literal.Gestation(text) is { } days ? new Gestation(days, offset)
        : null;

    private static int TopLevelComma(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')') depth--;
            else if (text[i] == ',' && depth == 0) return i;
        }

        return -1;
    }

    private static string Offset(decimal minutes) => minutes switch
    {
        0 => "",
        > 0 => " + " + ValueText.Duration(minutes),
        _ => " - " + ValueText.Duration(-minutes),
    };
}

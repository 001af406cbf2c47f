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
    public Milestone Resolve(decimal? gestationDays) => this is Either either
        ? Choose(either.Later, [either.First.Resolve(gestationDays), either.Second.Resolve(gestationDays)], gestationDays)
        : this;

    /// <summary>The earlier of two starts. A start that lies behind her means now, so nothing starts earlier than now.</summary>
    /// <param name="first">One start.</param>
    /// <param name="second">The other.</param>
    /// <param name="gestationDays">Her gestation in days, or null.</param>
    public static Milestone Earliest(Milestone first, Milestone second, decimal? gestationDays) =>
        first.Equals(second) ? first : first.Equals(Now) || second.Equals(Now) ? Now : Choose(later: false, [first, second], gestationDays);

    /// <summary>The later of two ends.</summary>
    /// <param name="first">One end.</param>
    /// <param name="second">The other.</param>
    /// <param name="gestationDays">Her gestation in days, or null.</param>
    public static Milestone Latest(Milestone first, Milestone second, decimal? gestationDays) =>
        first.Equals(second) ? first : Choose(later: true, [first, second], gestationDays);

    /// <summary>
    /// The latest or earliest of several: those that another one certainly surpasses are dropped; what is left is written in a
    /// fixed order, so that the answer does not depend on the order of the rows.
    /// </summary>
    private static Milestone Choose(bool later, IEnumerable<Milestone> milestones, decimal? gestation)
    {
        var left = new List<Milestone>();
        foreach (var candidate in milestones.SelectMany(milestone => Operands(milestone, later)))
        {
            if (left.Exists(kept => Surpasses(kept, candidate))) continue;
            left.RemoveAll(kept => Surpasses(candidate, kept));
            left.Add(candidate);
        }

        left.Sort((first, second) => string.CompareOrdinal(first.ToString(), second.ToString()));
        return left.Skip(1).Aggregate(left[0], (first, second) => new Either(later, first, second));

        bool Surpasses(Milestone first, Milestone second) =>
            Order(first, second, gestation) is { } order && (order == 0 || order > 0 == later);
    }

    private static IEnumerable<Milestone> Operands(Milestone milestone, bool later) =>
        milestone is Either either && either.Later == later ? Operands(either.First, later).Concat(Operands(either.Second, later)) : [milestone];

    /// <summary>Negative when the first comes before the second, zero when together, null when it cannot be said.</summary>
    private static int? Order(Milestone first, Milestone second, decimal? gestation)
    {
        if (first.Equals(second)) return 0;
        return (first, second) switch
        {
            (Event { Name: "now", OffsetMinutes: 0 }, Gestation { OffsetMinutes: 0 } g) => gestation is { } now ? now.CompareTo(g.Days) : null,
            (Gestation { OffsetMinutes: 0 } g, Event { Name: "now", OffsetMinutes: 0 }) => gestation is { } now ? g.Days.CompareTo(now) : null,
            (Gestation a, Gestation b) => (a.Days, a.OffsetMinutes).CompareTo((b.Days, b.OffsetMinutes)),
            (Event a, Event b) when a.Name == b.Name => a.OffsetMinutes.CompareTo(b.OffsetMinutes),
            (Event a, Event b) when IsOnTimeline(a) && IsOnTimeline(b) => Apart(Rank(a).CompareTo(Rank(b)), a.OffsetMinutes, b.OffsetMinutes),
            (Gestation a, Event b) when IsOnTimeline(b) => Apart(LastBeforeGestations < Rank(b) ? -1 : 1, a.OffsetMinutes, b.OffsetMinutes),
            (Event a, Gestation b) when IsOnTimeline(a) => Apart(LastBeforeGestations < Rank(a) ? 1 : -1, a.OffsetMinutes, b.OffsetMinutes),
            _ => null,
        };
    }

    /// <summary>The order of two events whose distance is not known: offsets that bring them nearer leave it open.</summary>
    private static int? Apart(int order, decimal first, decimal second) => order < 0
        ? first <= 0 && second >= 0 ? order : null
        : first >= 0 && second <= 0 ? order : null;

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

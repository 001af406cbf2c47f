using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Advice;

/// <summary>
/// A point in a pregnancy at which something starts or ends: a named event, a gestational age, either with an offset, or the
/// later or earlier of two.
/// </summary>
public abstract record Milestone
{
    /// <summary>The longest text that is read as a milestone, in characters.</summary>
    private const int LongestText = 200;

    private const int MinutesPerDay = 24 * 60;

    /// <summary>The place of gestational ages: those named in tables lie after the first scan and before labour.</summary>
    private const int GestationRank = 5;

    /// <summary>Events in their order. Labour and a planned birth have the same place: either may come without the other.</summary>
    private static readonly (string Name, int Rank)[] Timeline =
    [
        ("cycle start", 0), ("egg collection", 1), ("embryo transfer", 2), ("positive test", 3), ("fetal heartbeat", 4),
        ("labour", GestationRank + 1), ("planned birth", GestationRank + 1), ("birth", GestationRank + 2),
    ];

    private static readonly string[] Elsewhere = ["now", "admission", "discharge", "needle", "catheter out", "OHSS resolved"];

    private Milestone()
    {
    }

    /// <summary>The names of all events.</summary>
    public static IEnumerable<string> EventNames => Timeline.Select(milestone => milestone.Name).Concat(Elsewhere);

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
        /// <summary>Minutes since the first day of the last period.</summary>
        internal decimal Minutes => (Days * MinutesPerDay) + OffsetMinutes;

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
        if (text.Length > LongestText) return null;
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
    /// <param name="gestation">The days of gestation that she may have reached; null when nothing is known or she is not pregnant.</param>
    public Milestone Resolve(Interval? gestation) => this is Either either
        ? Choose(either.Later, [either.First.Resolve(gestation), either.Second.Resolve(gestation)], gestation)
        : this;

    /// <summary>The earlier of two starts. A start that lies behind her means now, so nothing starts earlier than now.</summary>
    /// <param name="first">One start.</param>
    /// <param name="second">The other.</param>
    /// <param name="gestation">The days of gestation that she may have reached, or null.</param>
    public static Milestone Earliest(Milestone first, Milestone second, Interval? gestation) =>
        first.Equals(second) ? first : first.Equals(Now) || second.Equals(Now) ? Now : Choose(later: false, [first, second], gestation);

    /// <summary>The later of two ends.</summary>
    /// <param name="first">One end.</param>
    /// <param name="second">The other.</param>
    /// <param name="gestation">The days of gestation that she may have reached, or null.</param>
    public static Milestone Latest(Milestone first, Milestone second, Interval? gestation) =>
        first.Equals(second) ? first : Choose(later: true, [first, second], gestation);

    /// <summary>
    /// The latest or earliest of several: those that another one certainly surpasses are dropped; what is left is written in a
    /// fixed order, so that the answer does not depend on the order of the rows.
    /// </summary>
    private static Milestone Choose(bool later, IEnumerable<Milestone> milestones, Interval? gestation)
    {
        var all = milestones.SelectMany(milestone => Operands(milestone, later)).Distinct().ToList();
        all.Sort(AsWritten);
        var left = all.Where(candidate => !all.Exists(other => Surpasses(other, candidate)));
        return left.Aggregate((first, second) => new Either(later, first, second));

        bool Surpasses(Milestone first, Milestone second) =>
            Order(first, second, gestation) is { } order && (order == 0 ? AsWritten(first, second) < 0 : order > 0 == later);
    }

    private static int AsWritten(Milestone first, Milestone second) => Place(first) != Place(second)
        ? Place(first).CompareTo(Place(second))
        : string.CompareOrdinal(first.ToString(), second.ToString());

    /// <summary>Where a milestone stands in a written choice: now first, as one would say it, then weeks, then events.</summary>
    private static int Place(Milestone milestone) => milestone switch
    {
        Event { Name: "now" } => 0,
        Gestation => 1,
        Event => 2,
        _ => 3,
    };

    private static IEnumerable<Milestone> Operands(Milestone milestone, bool later) =>
        milestone is Either either && either.Later == later ? Operands(either.First, later).Concat(Operands(either.Second, later)) : [milestone];

    /// <summary>Negative when the first comes before the second, zero when together, null when it cannot be said.</summary>
    private static int? Order(Milestone first, Milestone second, Interval? gestation)
    {
        if (first.Equals(second)) return 0;
        return (first, second) switch
        {
            (Event { Name: "now" } a, Gestation b) => gestation is { } days ? Reached(days, a.OffsetMinutes, b.Minutes) : null,
            (Gestation, Event { Name: "now" }) => -Order(second, first, gestation),
            (Gestation a, Gestation b) => a.Minutes.CompareTo(b.Minutes),
            (Event a, Event b) when a.Name == b.Name => a.OffsetMinutes.CompareTo(b.OffsetMinutes),
            _ => Apart(OnTimeline(first), OnTimeline(second)),
        };
    }

    /// <summary>Whether every day that she may have reached lies before, at or after a point; null when some lie before and some after.</summary>
    private static int? Reached(Interval days, decimal offset, decimal point)
    {
        var first = ((days.Low * MinutesPerDay) + offset).CompareTo(point);
        var last = ((days.High * MinutesPerDay) + offset).CompareTo(point);
        return first == last ? first : first >= 0 ? 1 : last <= 0 ? -1 : null;
    }

    /// <summary>The order of two points whose distance is not known: an offset that brings them nearer leaves it open.</summary>
    private static int? Apart((int Rank, decimal Offset)? first, (int Rank, decimal Offset)? second) => (first, second) switch
    {
        ({ } a, { } b) when a.Rank < b.Rank && a.Offset <= b.Offset => -1,
        ({ } a, { } b) when a.Rank > b.Rank && a.Offset >= b.Offset => 1,
        _ => null,
    };

    private static (int Rank, decimal Offset)? OnTimeline(Milestone milestone)
    {
        if (milestone is Gestation) return (GestationRank, 0);
        if (milestone is not Event point) return null;
        foreach (var (name, rank) in Timeline)
            if (name == point.Name) return (rank, point.OffsetMinutes);
        return null;
    }

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

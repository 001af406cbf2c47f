using System.Globalization;
using Decidua.Clinical.Gestation;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;
using Decidua.Exchange.RecordFile;
using Decidua.Knowledge;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Documents;
using Decidua.Planning.Asking;
using Decidua.Planning.Dosing;
using NodaTime;

namespace Decidua.Exchange.Planning;

/// <summary>
/// Reads the member <c>plan</c> of a facts file or a record file (docs/reference/plan.md). It is written by hand, so an unknown member
/// is an error; every issue is collected. The day of the plan is set afterwards, because the command may name another one.
/// </summary>
internal static class PlanRequestReader
{
    private const int LargestEmbryoDay = 7;
    private const int MostSyringes = 10_000;
    private const int MostHours = 24 * 7;

    private static readonly (string Word, DatingKind Kind)[] Kinds =
    [
        ("last period", DatingKind.LastPeriod), ("ultrasound", DatingKind.Ultrasound), ("embryo transfer", DatingKind.EmbryoTransfer),
        ("egg collection", DatingKind.EggCollection), ("due date", DatingKind.DueDate),
    ];

    /// <summary>The words by which a file names what a pregnancy is dated by.</summary>
    /// <param name="kind">The kind.</param>
    internal static string Word(DatingKind kind) => Kinds.First(one => one.Kind == kind).Word;

    /// <summary>Reads the object. Its <see cref="PlanRequest.AsOf"/> is not yet the day of the plan.</summary>
    /// <param name="plan">The object <c>plan</c>.</param>
    /// <param name="library">The knowledge whose medicines and price lists are meant; null leaves their names and doses unchecked.</param>
    internal static PlanRequest Read(Members plan, Library? library)
    {
        var zone = Zone(plan);
        var request = new PlanRequest
        {
            AsOf = default,
            Zone = zone,
            Now = Clock(plan, "now", plan.Text("now")),
            Heparin = Medicine(plan, "heparin", library) ?? "",
            InjectionTimes = Entries.From(plan.Texts("injectionTimes").Select(pair => Clock(plan, pair.Name, pair.Text)).OfType<LocalTime>().Distinct().Order()),
            Datings = Entries.From(plan.Objects("dating").Select(ReadDating).OfType<Dating>().ToList()),
            Events = Entries.From(plan.Objects("events").Select(ReadEvent).OfType<CareEvent>().ToList()),
            Running = Entries.From(plan.Objects("running").Select(entry => ReadRunning(entry, library)).OfType<RunningCourse>().ToList()),
            SuppliedSyringes = Whole(plan, "supplied", MostSyringes),
            SuppliedOn = Day(plan, "suppliedOn"),
            PriceList = ReadPriceList(plan, library),
        };
        if (zone is null && !plan.Has("timeZone") && (plan.Has("now") || plan.Has("injectionTimes") || request.Events.Any(one => one.Time is not null)))
            plan.Refuse("timeZone", IssueCode.NoTimeZone, "A clock time is given and no time zone.", "Add the time zone in which she lives, such as \"timeZone\": \"Europe/London\".");
        plan.RefuseOthers();
        return request;
    }

    private static DateTimeZone? Zone(Members plan)
    {
        if (plan.Text("timeZone") is not { } id) return null;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone) return zone;
        var hint = Nearest.Hint(id, DateTimeZoneProviders.Tzdb.Ids.Where(one => one.Contains('/', StringComparison.Ordinal)));
        plan.Refuse("timeZone", IssueCode.UnknownZone, $"'{Quoted.Short(id)}' is not a time zone of the IANA database.",
            hint.Length > 0 ? hint : "Write a region and a city, such as Europe/London.");
        return null;
    }

    private static LocalTime? Clock(Members members, string name, string? text)
    {
        if (text is null) return null;
        if (ClockText.Time(text) is { } time) return time;
        members.Refuse(name, IssueCode.UnreadableDate, $"'{Quoted.Short(text)}' is not a time of day.", "Write hours and minutes of a 24-hour clock, such as 20:00, without a zone.");
        return null;
    }

    private static LocalDate? Day(Members members, string name)
    {
        if (members.Date(name) is not { } date) return null;
        if (date.Precision == DatePrecision.Day) return date.Earliest;
        members.Refuse(name, IssueCode.UnreadableDate, $"'{date}' does not name a day.", "Write 2026-03-01.");
        return null;
    }

    private static int? Whole(Members members, string name, int most)
    {
        if (members.Number(name) is not { } number) return null;
        if (number >= 0 && number <= most && number == decimal.Truncate(number)) return (int)number;
        members.Refuse(name, IssueCode.OutOfRange, $"Expected a whole number from 0 to {most.ToString(CultureInfo.InvariantCulture)}.");
        return null;
    }

    private static Dating? ReadDating(Members entry)
    {
        var by = entry.Text("by");
        var kind = Array.Find(Kinds, one => one.Word == by);
        var date = Day(entry, "date");
        var gestation = ReadGestation(entry);
        var embryo = Whole(entry, "embryoDay", LargestEmbryoDay);
        entry.RefuseOthers();
        if (by is null) entry.Missing("by");
        else if (kind.Word is null) entry.Refuse("by", IssueCode.UnknownChoice, $"'{Quoted.Short(by)}' dates no pregnancy.", Choices(by, Kinds.Select(one => one.Word)));
        if (!entry.Has("date")) entry.Missing("date");
        if (kind.Word is null || date is null) return null;
        if (kind.Kind == DatingKind.Ultrasound && !entry.Has("gestation")) entry.Missing("gestation");
        if (kind.Kind == DatingKind.EmbryoTransfer && !entry.Has("embryoDay")) entry.Missing("embryoDay");
        if (kind.Kind != DatingKind.Ultrasound && entry.Has("gestation")) Needless(entry, "gestation", kind.Word);
        if (kind.Kind != DatingKind.EmbryoTransfer && entry.Has("embryoDay")) Needless(entry, "embryoDay", kind.Word);
        return new Dating(kind.Kind, date.Value, gestation, embryo, entry.Path);
    }

    private static void Needless(Members entry, string name, string kind) =>
        entry.Refuse(name, IssueCode.UnknownMember, $"A dating by {kind} has no '{name}'.", "Leave it out, or correct 'by'.");

    private static GestationalAge? ReadGestation(Members entry)
    {
        if (entry.Text("gestation") is not { } text) return null;
        if (GestationalAge.TryParse(text, out var age)) return age;
        entry.Refuse("gestation", IssueCode.ImpossibleGestation, $"'{Quoted.Short(text)}' is not a gestational age.", "Write completed weeks and days, such as 12+3.");
        return null;
    }

    private static CareEvent? ReadEvent(Members entry)
    {
        var name = entry.Text("event");
        var on = entry.Text("on");
        entry.RefuseOthers();
        if (name is null) entry.Missing("event");
        else if (!CareEvent.Names.Contains(name)) entry.Refuse("event", IssueCode.UnknownChoice, $"'{Quoted.Short(name)}' is no event of a plan.", Choices(name, CareEvent.Names));
        if (on is null) entry.Missing("on");
        else if (ClockText.Moment(on) is null)
            entry.Refuse("on", IssueCode.UnreadableDate, $"'{Quoted.Short(on)}' is not a day of the calendar, or a day with a time.", "Write 2026-08-30 or 2026-08-30T09:00, in her own time zone and without an offset.");
        return name is not null && CareEvent.Names.Contains(name) && ClockText.Moment(on) is var (date, time) ? new CareEvent(name, date, time, entry.Path) : null;
    }

    private static string? Medicine(Members entry, string name, Library? library)
    {
        if (entry.Text(name) is not { } medicine || library is null) return entry.Text(name);
        if (library.Product(medicine) is { } product) return product.Id;
        entry.Refuse(name, IssueCode.UnknownMedicine, $"'{Quoted.Short(medicine)}' is no medicine of the knowledge.", Choices(medicine, library.Products.Select(one => one.Id)));
        return null;
    }

    private static string ReadPriceList(Members plan, Library? library)
    {
        if (plan.Text("priceList") is not { } id) return "";
        if (library is not null && library.PriceList(id) is null)
            plan.Refuse("priceList", IssueCode.UnknownPriceList, $"'{Quoted.Short(id)}' is no price list of the knowledge.", Choices(id, library.PriceLists.Select(one => one.Id)));
        return id;
    }

    private static RunningCourse? ReadRunning(Members entry, Library? library)
    {
        var medicine = Medicine(entry, "medicine", library);
        var since = Day(entry, "since");
        var dose = ReadDose(entry, medicine is null ? null : library?.Product(medicine));
        var every = ReadHours(entry);
        entry.RefuseOthers();
        if (!entry.Has("medicine")) entry.Missing("medicine");
        if (!entry.Has("since")) entry.Missing("since");
        return medicine is null || since is null ? null : new RunningCourse(medicine, since.Value, dose?.Amount, dose?.Unit ?? "", every, entry.Path);
    }

    /// <summary>The amount of one dose as its medicine is labelled. Where the medicine is not known, nobody can say what it means.</summary>
    private static StatedDose? ReadDose(Members entry, Product? product)
    {
        if (entry.Text("dose") is not { } text || product is null) return null;
        var issues = new List<Issue>();
        var dose = StatedDose.Read(text, product, entry.At("dose"), issues);
        entry.Report(issues);
        return dose;
    }

    private static int? ReadHours(Members entry)
    {
        if (entry.Text("every") is not { } text) return null;
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, "h"] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= MostHours)
            return hours;
        entry.Refuse("every", IssueCode.WrongType, $"'{Quoted.Short(text)}' is not a number of hours between two doses.", "Write 24 h.");
        return null;
    }

    private static string Choices(string found, IEnumerable<string> words)
    {
        var list = words.Order(StringComparer.Ordinal).ToList();
        var hint = Nearest.Hint(found, list);
        return hint.Length > 0 ? hint : $"It is one of: {string.Join(", ", list)}.";
    }
}

using System.Collections.Frozen;
using System.Globalization;
using Decidua.Knowledge.Advice;

namespace Decidua.Knowledge.Tables;

/// <summary>Whether the number under a dose column is the dose, or one end of a span.</summary>
public enum DoseBound
{
    /// <summary>The dose itself.</summary>
    Exact,

    /// <summary>The lower end of a span.</summary>
    Lowest,

    /// <summary>The upper end of a span, or the most that a label allows.</summary>
    Highest,
}

/// <summary>
/// A result column that is a dose: which medicine, how often, how much heparin it stands for and in which unit. It is written
/// <c>enoxaparin daily, prophylactic (mg)</c>, <c>UFH every 12 h, therapeutic (U)</c>, <c>lowest aspirin daily (mg)</c>.
/// The level is said, never inferred from the amount: 40 mg twice a day is a raised preventive dose for one woman and a
/// treatment dose for another.
/// </summary>
/// <param name="Medicine">Id of the medicine: <c>enoxaparin</c>, <c>UFH</c>.</param>
/// <param name="EveryHours">Hours between doses: 24, 12 or 8; null for a dose that is given once.</param>
/// <param name="Intensity">How much heparin; none for other medicines, and where the heading does not say.</param>
/// <param name="Unit"><c>mg</c>, <c>IU</c> or <c>U</c>.</param>
/// <param name="Bound">Whether the number is the dose or one end of a span.</param>
public sealed record DoseColumn(string Medicine, int? EveryHours, Intensity Intensity, string Unit, DoseBound Bound)
{
    /// <summary>How a heading of a dose is written, for messages.</summary>
    public const string Form = "[lowest|highest] medicine daily|every 12 h|every 8 h|once[, prophylactic|high prophylactic|therapeutic] (mg|IU|U)";

    private const int HoursOfDay = 24;
    private static readonly FrozenSet<string> Heparins = new[] { "enoxaparin", "dalteparin", "tinzaparin", "nadroparin", "bemiparin", "UFH" }.ToFrozenSet();
    private static readonly FrozenSet<string> Others = new[] { "aspirin", "progesterone", "protamine", "prednisolone" }.ToFrozenSet();
    private static readonly FrozenSet<string> Units = new[] { "mg", "IU", "U" }.ToFrozenSet();

    /// <summary>The heparins that a column can name; their doses have an intensity.</summary>
    public static IReadOnlySet<string> HeparinNames => Heparins;

    /// <summary>All medicines that a column can name.</summary>
    public static IReadOnlySet<string> Medicines { get; } = Heparins.Concat(Others).ToFrozenSet();

    /// <summary>Whether the medicine is a heparin.</summary>
    public bool IsHeparin => Heparins.Contains(Medicine);

    /// <summary>Whether a column is meant as a dose: a medicine stands in its heading and a unit of dose behind it.</summary>
    /// <param name="column">A result column.</param>
    public static bool IsMeant(OutputColumn column) =>
        Units.Contains(column.Unit) && column.Quantity.Split(' ', ',').Any(Medicines.Contains);

    /// <summary>Reads a column.</summary>
    /// <param name="column">A result column.</param>
    /// <returns>The dose that it gives; null when it is no dose, or not written as one.</returns>
    public static DoseColumn? Parse(OutputColumn column)
    {
        if (!Units.Contains(column.Unit)) return null;
        var (words, intensity) = Cut(column.Quantity);
        if (intensity is null) return null;
        var bound = words.StartsWith("lowest ", StringComparison.Ordinal) ? DoseBound.Lowest
            : words.StartsWith("highest ", StringComparison.Ordinal) ? DoseBound.Highest : DoseBound.Exact;
        if (bound != DoseBound.Exact) words = words[(words.IndexOf(' ') + 1)..];
        if (words.IndexOf(' ') is not (> 0 and var space) || !Medicines.Contains(words[..space])) return null;
        var medicine = words[..space];
        if (intensity != Intensity.None && !Heparins.Contains(medicine)) return null;
        return Often(words[(space + 1)..]) is { } hours ? new DoseColumn(medicine, hours == 0 ? null : hours, intensity.Value, column.Unit, bound) : null;
    }

    /// <summary>Medicine and frequency: <c>enoxaparin daily</c>.</summary>
    public string Given
    {
        get
        {
            var bound = Bound switch { DoseBound.Exact => "", DoseBound.Lowest => "lowest ", DoseBound.Highest => "highest ", _ => throw new InvalidOperationException($"No such bound: {Bound}.") };
            var often = EveryHours switch { null => "once", HoursOfDay => "daily", { } hours => string.Create(CultureInfo.InvariantCulture, $"every {hours} h") };
            return $"{bound}{Medicine} {often}";
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Given}{(Intensity == Intensity.None ? "" : $", {Intensity.Word()}")} ({Unit})";

    private static (string Words, Intensity? Intensity) Cut(string quantity) =>
        quantity.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma
            ? (quantity[..comma], IntensityWords.Parse(quantity[(comma + 2)..]))
            : (quantity, Intensity.None);

    /// <summary>Hours between doses, 0 for once; null when the words are no such thing.</summary>
    private static int? Often(string words) => words switch
    {
        "once" => 0,
        "daily" => HoursOfDay,
        "every 12 h" => 12,
        "every 8 h" => 8,
        _ => null,
    };
}

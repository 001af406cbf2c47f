using System.Diagnostics.CodeAnalysis;

namespace Decidua.Clinical.Gestation;

/// <summary>
/// The age of a pregnancy in whole days, counted from the first day of the last period (0+0) and written in
/// completed weeks and days, <c>28+0</c>. It refuses what the notation cannot say: a negative age, a day of the week
/// above 6, more than two digits of weeks. What is plausible in a woman is declared by the vocabulary, not here.
/// </summary>
public readonly record struct GestationalAge : IComparable<GestationalAge>
{
    /// <summary>Days in a week.</summary>
    public const int DaysPerWeek = 7;

    /// <summary>The greatest number of weeks that the notation holds. A limit of the notation, not of nature.</summary>
    public const int MaximumWeeks = 99;

    private GestationalAge(int totalDays) => TotalDays = totalDays;

    /// <summary>The age in whole days; 0 to 699.</summary>
    public int TotalDays { get; }

    /// <summary>Completed weeks; 0 to 99.</summary>
    public int Weeks => TotalDays / DaysPerWeek;

    /// <summary>Days beyond the completed weeks; 0 to 6.</summary>
    public int Days => TotalDays % DaysPerWeek;

    /// <summary>The age of so many weeks and days.</summary>
    /// <param name="weeks">Completed weeks, 0 to 99.</param>
    /// <param name="days">Further days, 0 to 6.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside these ranges.</exception>
    public static GestationalAge FromWeeks(int weeks, int days = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weeks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weeks, MaximumWeeks);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(days, DaysPerWeek);
        return new(weeks * DaysPerWeek + days);
    }

    /// <summary>The age of so many days, when the notation can say it.</summary>
    /// <param name="totalDays">Whole days since the first day of the last period.</param>
    /// <param name="age">The age, or 0+0 when refused.</param>
    /// <returns>False for a negative number and for 100 weeks or more.</returns>
    public static bool TryFromDays(int totalDays, out GestationalAge age)
    {
        var possible = totalDays is >= 0 and < (MaximumWeeks + 1) * DaysPerWeek;
        age = possible ? new(totalDays) : default;
        return possible;
    }

    /// <summary>Reads <c>28+0</c>. A bare number of weeks is refused, because it does not say the day.</summary>
    /// <param name="text">One or two digits, a plus sign, one digit 0 to 6; no spaces.</param>
    /// <param name="age">The age, or 0+0 when refused.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out GestationalAge age)
    {
        age = default;
        var plus = text?.IndexOf('+', StringComparison.Ordinal) ?? -1;
        if (plus is not (1 or 2) || text!.Length != plus + 2)
            return false;
        var weeks = 0;
        foreach (var digit in text.AsSpan(0, plus))
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            weeks = weeks * 10 + (digit - '0');
        }

        if (text[plus + 1] is < '0' or > '6')
            return false;
        age = FromWeeks(weeks, text[plus + 1] - '0');
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(GestationalAge other) => TotalDays.CompareTo(other.TotalDays);

    /// <summary>Whether the left age is the younger.</summary>
    public static bool operator <(GestationalAge left, GestationalAge right) => left.TotalDays < right.TotalDays;

    /// <summary>Whether the left age is the older.</summary>
    public static bool operator >(GestationalAge left, GestationalAge right) => left.TotalDays > right.TotalDays;

    /// <summary>Whether the left age is the younger or the same.</summary>
    public static bool operator <=(GestationalAge left, GestationalAge right) => left.TotalDays <= right.TotalDays;

    /// <summary>Whether the left age is the older or the same.</summary>
    public static bool operator >=(GestationalAge left, GestationalAge right) => left.TotalDays >= right.TotalDays;

    /// <summary>Completed weeks and days, <c>28+0</c>.</summary>
    public override string ToString() => $"{Weeks}+{Days}";
}

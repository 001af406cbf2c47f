using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Decidua.Planning.Holding;

/// <summary>
/// Local clock times as instants. Around a clock change a clock time may occur twice or not at all; both readings are possible then,
/// and the caller takes the one that keeps her safe: the later for a dose that was given and for a needle that the next dose waits
/// for, the earlier for an event before which a dose is held.
/// </summary>
public static class ClockTime
{
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>The earlier of the instants that the clock time may mean.</summary>
    /// <param name="local">The clock time.</param>
    /// <param name="zone">Her zone.</param>
    public static ZonedDateTime Earliest(LocalDateTime local, DateTimeZone zone)
    {
        var (first, second) = Readings(local, zone);
        return Instant.Min(first, second).InZone(zone);
    }

    /// <summary>The later of the instants that the clock time may mean.</summary>
    /// <param name="local">The clock time.</param>
    /// <param name="zone">Her zone.</param>
    public static ZonedDateTime Latest(LocalDateTime local, DateTimeZone zone)
    {
        var (first, second) = Readings(local, zone);
        return Instant.Max(first, second).InZone(zone);
    }

    /// <summary>Whether the clock time occurs exactly once.</summary>
    /// <param name="local">The clock time.</param>
    /// <param name="zone">Her zone.</param>
    public static bool IsPlain(LocalDateTime local, DateTimeZone zone) => zone.MapLocal(local).Count == 1;

    /// <summary>A moment as readers see it: <c>2026-03-29 18:00</c>.</summary>
    /// <param name="moment">The moment.</param>
    public static string Text(ZonedDateTime moment) => Written.Format(moment.LocalDateTime);

    /// <summary>Hours and minutes in words: <c>2 h 15 min</c>; seconds are rounded up.</summary>
    /// <param name="length">Not negative.</param>
    public static string Text(Duration length)
    {
        var minutes = (long)Math.Ceiling(length.TotalMinutes);
        var perHour = NodaConstants.MinutesPerHour;
        return (minutes / perHour, minutes % perHour) switch
        {
            (0, var rest) => $"{rest} min",
            (var hours, 0) => $"{hours} h",
            var (hours, rest) => $"{hours} h {rest} min",
        };
    }

    private static (Instant First, Instant Second) Readings(LocalDateTime local, DateTimeZone zone)
    {
        ZoneLocalMapping map = zone.MapLocal(local);
        return (local.WithOffset(map.EarlyInterval.WallOffset).ToInstant(), local.WithOffset(map.LateInterval.WallOffset).ToInstant());
    }
}

namespace Decidua.Bench;

/// <summary>What the hand-written method answers.</summary>
internal sealed record HandAnswer(int AntenatalScore, int PostnatalScore, string PostnatalTier, string Advice, decimal Dose, List<string> Rows);

/// <summary>
/// The comparison: Green-top 37a's scores, tier after birth, management box and enoxaparin dose written as a C# method, with the rows
/// that fired. It exists only to be timed against the engine and is checked against it on the same women. The product holds no
/// such method: its numbers stand in knowledge/.
/// </summary>
internal static class HandWritten
{
    public static HandAnswer Assess(Woman w)
    {
        var rows = new List<string>();
        var comorbidity = w.Has("cancer") || w.Has("heart failure") || w.Has("active lupus") || w.Has("active inflammatory polyarthropathy")
            || w.Has("active inflammatory bowel disease") || w.Has("nephrotic syndrome") || w.Has("type 1 diabetes with nephropathy") || w.Has("sickle cell disease") || w.Has("intravenous drug use");
        var resting = w.Has("paraplegia") || w.Has("dehydration");
        var before = Shared(w, comorbidity, resting, "", rows);
        var after = Shared(w, comorbidity, resting, "PN-", rows);
        if (w.Has("assisted conception")) before += Add(1, "OBS-02", rows);
        if (w.Has("hyperemesis now")) before += Add(3, "TRA-02", rows);
        if (w.Has("OHSS now") && w.Pregnant && w.GestationDays < 98) before += Add(4, "TRA-03", rows);
        after += w.ModeOfBirth switch { 5 => Add(2, "PN-OBS-04", rows), 4 => Add(1, "PN-OBS-05", rows), 3 => Add(1, "PN-OBS-06", rows), _ => 0 };
        if (w.LabourMinutes > 1440) after += Add(1, "PN-OBS-07", rows);
        if (w.BloodLoss > 1000) after += Add(1, "PN-OBS-08", rows);
        if (w.GestationAtBirthDays < 259) after += Add(1, "PN-OBS-09", rows);
        if (w.Has("stillbirth")) after += Add(1, "PN-OBS-10", rows);
        var tier = w.PreviousClot != 0 || w.Thrombophilia == 2 ? "high"
            : w.ModeOfBirth == 5 || w.BookingBmi >= 40 || comorbidity ? "intermediate" : "lower";
        var advice = !w.Pregnant ? "" : before >= 4 ? "MGT-01" : before == 3 ? "MGT-02" : "MGT-03";
        if (advice.Length > 0) rows.Add(advice);
        return new HandAnswer(before, after, tier, advice, Dose(w.DosingWeight, rows), rows);
    }

    private static int Shared(Woman w, bool comorbidity, bool resting, string prefix, List<string> rows)
    {
        var score = w.PreviousClot switch { 1 => Add(3, prefix + "PRE-02", rows), > 1 => Add(4, prefix + "PRE-01", rows), _ => 0 };
        score += w.Thrombophilia switch { 2 => Add(3, prefix + "PRE-03", rows), 1 => Add(1, prefix + "PRE-06", rows), _ => 0 };
        if (comorbidity) score += Add(3, prefix + "PRE-04", rows);
        if (w.Age > 35) score += Add(1, prefix + "PRE-07", rows);
        if (w.BookingBmi >= 40) score += Add(2, prefix + "PRE-08b", rows);
        else if (w.BookingBmi >= 30) score += Add(1, prefix + "PRE-08a", rows);
        if (w.Parity >= 3) score += Add(1, prefix + "PRE-09", rows);
        if (w.Has("smoker")) score += Add(1, prefix + "PRE-10", rows);
        if (w.Has("gross varicose veins")) score += Add(1, prefix + "PRE-11", rows);
        if (w.Has("pre-eclampsia")) score += Add(1, prefix + "OBS-01", rows);
        if (w.Has("multiple pregnancy")) score += Add(1, prefix + "OBS-03", rows);
        if (w.Has("surgery in this pregnancy")) score += Add(3, prefix + "TRA-01", rows);
        if (w.Has("systemic infection")) score += Add(1, prefix + "TRA-04", rows);
        if (resting) score += Add(1, prefix + "TRA-05", rows);
        return score;
    }

    private static decimal Dose(decimal weight, List<string> rows)
    {
        var (row, dose) = weight switch
        {
            < 50 => ("DOS-01", 20m),
            <= 90 => ("DOS-02", 40m),
            <= 130 => ("DOS-03", 60m),
            <= 170 => ("DOS-04", 80m),
            _ => ("DOS-05", 0.6m * weight),
        };
        rows.Add(row);
        return dose;
    }

    private static int Add(int points, string row, List<string> rows)
    {
        rows.Add(row);
        return points;
    }
}

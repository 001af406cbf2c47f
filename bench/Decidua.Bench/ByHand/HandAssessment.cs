namespace Decidua.Bench.ByHand;

/// <summary>
/// The comparison: the whole of Green-top 37a as it stands in knowledge/guidelines/rcog-37a-2015.md, written as plain C#: every row of every table, the
/// scores, the tiers, the doses. It exists only to be timed against the engine, and is compared with it on many thousand women before anything is timed.
/// It is the yardstick, not the product: here the numbers stand in C#, which the product never does. When the document changes, so must this; the
/// bench names the first row on which they differ, and measures nothing until they agree.
/// </summary>
internal sealed partial class HandAssessment
{
    private readonly Woman w;
    private readonly ulong[] fired = new ulong[7];

    public HandAssessment(Woman woman)
    {
        w = woman;
        Scores();
        Groups();
        BeforeBirth();
        AfterBirth();
        DosesAndDangers();
        Labour();
        Courses();
        SetAside();
    }

    public bool Comorbidity { get; private set; }

    public bool Immobility { get; private set; }

    public bool ImmobilityOrDehydration { get; private set; }

    public ThrombophiliaRCOGIs ThrombophiliaRCOG { get; private set; }

    public bool CountedLowRiskThrombophilia { get; private set; }

    public bool OHSSInTheFirstTrimester { get; private set; }

    public bool PostpartumHaemorrhage { get; private set; }

    public bool SurgeryInPregnancyOrAfterBirth { get; private set; }

    public bool LowRiskThrombophiliaWithFamilyHistory { get; private set; }

    public int AntenatalScore { get; private set; }

    public int PostnatalScore { get; private set; }

    public int ExtraPointsInPrinting1 { get; private set; }

    public int UnscoredFactors { get; private set; }

    public AntenatalTierIs AntenatalTier { get; private set; }

    public int AntenatalFactorCount { get; private set; }

    public PostnatalTierIs PostnatalTier { get; private set; }

    public int PostnatalFactorCount { get; private set; }

    public ClotHistoryGroupIs ClotHistoryGroup { get; private set; }

    public bool HigherDoseGroup { get; private set; }

    public bool LMWHIndicated { get; private set; }

    public bool StrokeWithin4Weeks { get; private set; }

    public bool LMWHContraindicated { get; private set; }

    public bool HighHaemorrhageRisk { get; private set; }

    public bool VeryHighRiskAfterCaesarean { get; private set; }

    /// <summary>Milligrams a day; the dose of Table 3 for her weight.</summary>
    public decimal Enoxaparin { get; private set; }

    /// <summary>International units a day.</summary>
    public decimal Dalteparin { get; private set; }

    /// <summary>International units a day.</summary>
    public decimal Tinzaparin { get; private set; }

    /// <summary>The rows that fired; bit i stands for the row with index i.</summary>
    public ReadOnlySpan<ulong> Fired => fired;

    public bool Has(R row) => (fired[(int)row >> 6] >> ((int)row & 63) & 1) != 0;

    private void Fire(R row) => fired[(int)row >> 6] |= 1UL << ((int)row & 63);

    private int Fire(R row, int points)
    {
        Fire(row);
        return points;
    }

    private void Remove(R row) => fired[(int)row >> 6] &= ~(1UL << ((int)row & 63));

    /// <summary>Exceptions: what a row that fired sets aside. An exception stands before what it is an exception to.</summary>
    private void SetAside()
    {
        if (Has(R.FT_01))
        {
            Remove(R.MGT_01);
        }

        if (Has(R.FT_03))
        {
            Remove(R.MGT_01);
            Remove(R.MGT_02);
            Remove(R.MGT_06);
        }

        if (Has(R.VTE_07))
        {
            Remove(R.MGT_01);
            Remove(R.MGT_02);
            Remove(R.MGT_06);
        }

        if (Has(R.VTE_04))
        {
            Remove(R.MGT_01);
            Remove(R.MGT_06);
        }

        if (Has(R.VTE_06))
        {
            Remove(R.MGT_01);
            Remove(R.MGT_06);
        }

        if (Has(R.VTE_10))
        {
            Remove(R.MGT_01);
            Remove(R.MGT_06);
        }

        if (Has(R.VTE_05))
        {
            Remove(R.MGT_01);
        }

        if (Has(R.VTE_01))
        {
            Remove(R.MGT_01);
        }

        if (Has(R.VTE_03))
        {
            Remove(R.MGT_01);
        }

        if (Has(R.THR_01a))
        {
            Remove(R.MGT_01);
            Remove(R.MGT_02);
        }

        if (Has(R.PN_05))
        {
            Remove(R.PN_01a);
        }
    }
}

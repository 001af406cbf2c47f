using FsCheck;
using FsCheck.Fluent;

namespace Decidua.Knowledge.Tests;

/// <summary>Tries a law on random input. The seed is fixed: a failure is the same failure tomorrow.</summary>
internal static class Law
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(400).WithReplay(20260101, 37);

    public static void Holds<T>(Arbitrary<T> any, Action<T> law) => Check.One(Settings, Prop.ForAll(any, law));

    public static void Holds<T1, T2>(Arbitrary<T1> first, Arbitrary<T2> second, Action<T1, T2> law) => Check.One(Settings, Prop.ForAll(first, second, law));

    public static void Holds<T1, T2, T3>(Arbitrary<T1> first, Arbitrary<T2> second, Arbitrary<T3> third, Action<T1, T2, T3> law) =>
        Check.One(Settings, Prop.ForAll(first, second, third, law));
}

import ArgumentParser

/// A command that makes or settles something: its exit status is the order's, whether or not it could be printed.
protocol MoneyCommand: ParsableCommand {}

extension FreezeCommand: MoneyCommand {}
extension ShowCodeCommand: MoneyCommand {}
extension UnfreezeCommand: MoneyCommand {}
extension ConsumeCommand: MoneyCommand {}
extension CloseCommand: MoneyCommand {}
extension ReconcileCommand: MoneyCommand {}

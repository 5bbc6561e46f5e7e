import ArgumentParser
import FoundationEssentials
import PayEngine

extension SandboxCommand {
    static func reading(_ arguments: [String]) throws -> SandboxCommand { try parse(arguments) }

    /// Returns what the flags ask for; throws a `ValidationError` where they are wrong.
    func sandboxConfiguration() throws -> SandboxConfiguration {
        var configuration = SandboxConfiguration(key: try key())
        configuration.rules.merchant = BankMerchant(
            outMchID: outMchID, outSubMchID: outSubMchID, outShopID: outShopID)
        configuration.rules.prefix = prefix
        configuration.rules.endsInNewline = trailingNewline
        configuration.rules.skewSeconds = skew
        configuration.rules.saysAbsenceByState = absentAsState
        guard passwordSeconds >= 0, passwordQueries ?? 0 >= 0, idleSeconds ?? 1 > 0 else {
            throw ValidationError("--password-seconds, --password-queries and --idle-seconds can not be negative")
        }
        guard scanSeconds >= 0, scanQueries ?? 0 >= 0 else {
            throw ValidationError("--scan-seconds and --scan-queries can not be negative")
        }
        guard BankRules.codeURLBytes.contains(codeURLBytes) else {
            throw ValidationError("--code-url-bytes must be 40 to 200")
        }
        configuration.rules.scanTurn = scanQueries.map(BankTurn.queries) ?? .seconds(scanSeconds)
        configuration.rules.codeURLBytes = codeURLBytes
        configuration.rules.unscannedIsCreated = unscannedAsCreated
        configuration.rules.releasesWeChatInParts = wechatPartial
        configuration.rules.passwordTurn = passwordQueries.map(BankTurn.queries) ?? .seconds(passwordSeconds)
        for text in form {
            do throws(AnswerForms.Problem) {
                try configuration.rules.forms.add(text)
            } catch {
                throw ValidationError(error.description)
            }
        }
        configuration.port = port
        configuration.stateFile = stateFile
        configuration.idle = idleSeconds.map { .seconds($0) }
        configuration.faults = try fault.map { text in
            do throws(FaultRule.Problem) {
                return try FaultRule(text)
            } catch {
                throw ValidationError(error.description)
            }
        }
        configuration.faults += try scriptedFaults()
        if !quiet { configuration.log = { SandboxProcess.say($0) } }
        return configuration
    }

    private func scriptedFaults() throws -> [FaultRule] {
        guard let script else { return [] }
        guard let data = try? Data(contentsOf: URL(filePath: script)),
            let text = String(validating: data, as: UTF8.self)
        else { throw ValidationError("the script \(script) can not be read") }
        do throws(FaultScript.Problem) {
            return try FaultScript(text, name: script).rules
        } catch {
            throw ValidationError(error.description)
        }
    }

    private func key() throws -> AuthenKey {
        guard let keyFile else { throw ValidationError("--key-file is missing") }
        guard let data = try? Data(contentsOf: URL(filePath: keyFile)) else {
            throw ValidationError("the key file \(keyFile) can not be read")
        }
        var bytes = [UInt8](data)
        while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard let key = AuthenKey(String(decoding: bytes, as: UTF8.self)) else {
            throw ValidationError("the key file \(keyFile) must hold one line of 32 characters")
        }
        return key
    }
}

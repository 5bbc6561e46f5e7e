import PayEngine

/// Draws a state, and reads nothing but the state.
func view(_ state: State) -> Frame {
    var frame = Frame(size: state.till.size)
    var till = state.till
    till.isScanning = state.scanner.isBusy(at: state.now.uptime)
    guard till.size.isEnough else {
        let rect = Rect(x: 0, y: 0, width: till.size.width, height: till.size.height)
        let words = state.isQuitting ? Phrase.quitConfirm : .terminalTooSmall
        frame.put(wrapped: words.text(in: till.language), in: rect, role: .warning)
        return frame
    }
    let face = state.screen.face
    TitleBar.draw(face.title, till: till, on: &frame)
    Banner.draw(till, on: &frame, y: 1)
    let body = ScreenLayout.body(till.size)
    state.screen.draw(on: &frame, in: body, till: till)
    if let note = till.note {
        frame.put(note.text(in: till.language), x: body.x, y: frame.size.height - 3, role: .warning)
    }
    StatusBar.draw(till, backgroundCount: state.backgroundCount, on: &frame, y: frame.size.height - 2)
    HintBar.draw(
        state.isQuitting ? QuitDialog.hints : face.hints, till.language, on: &frame, y: frame.size.height - 1)
    if state.isQuitting { QuitDialog.draw(till, on: &frame) }
    return frame
}

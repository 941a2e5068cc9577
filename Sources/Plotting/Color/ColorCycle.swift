// Defines ColorCycle: the ten colours that series take in turn.

/// The ten colours that series take in turn ("C0" … "C9", also "tab:blue" …).
public enum ColorCycle {
    /// Names without the "tab:" prefix, in the order of the cycle.
    public static let names = ["blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan"]

    /// The cycle's colours on a light ground.
    public static let standard: [Color] = [
        0x1F77B4, 0xFF7F0E, 0x2CA02C, 0xD62728, 0x9467BD, 0x8C564B, 0xE377C2, 0x7F7F7F, 0xBCBD22, 0x17BECF,
    ].map { Color(rgb: $0) }
}

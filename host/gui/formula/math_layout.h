#pragma once

#include "gui/formula/math_box.h"

#include <optional>

/// How pieces of a formula are put together. Pure: boxes in, a box out.
namespace thalweg {

/// The letters of a formula at one size.
class MathStyle {
public:
    /// In a serif family that is there, at the size of `font`.
    explicit MathStyle(const QFont &font);

    /// Smaller, for what is above or below the line.
    MathStyle script() const;
    /// For numerator and denominator: smaller where a fraction stands in a fraction.
    MathStyle insideFraction() const;
    bool isScript() const { return isScript_; }

    const QFont &upright() const { return upright_; }
    const QFont &italic() const { return italic_; }
    double em() const { return em_; }
    /// How far above the baseline the middle of minus, fraction rules and brackets lies.
    double axis() const { return axis_; }
    /// Thickness of rules.
    double rule() const;

private:
    void resize(double pixels);

    QFont upright_;
    QFont italic_;
    double em_ = 0;
    double axis_ = 0;
    int fractions_ = 0; ///< that it stands in
    bool isScript_ = false;
};

MathBox letters(const QString &text, const QFont &font);
/// A sign with room on both sides, `room` in em.
MathBox sign(const QString &text, double room, const MathStyle &style);
MathBox space(double width);
MathBox row(const std::vector<MathBox> &boxes);

MathBox fraction(const MathBox &numerator, const MathBox &denominator, const MathStyle &style);
/// What stands below and above the line behind `base`.
MathBox scripted(const MathBox &base, const std::optional<MathBox> &below, const std::optional<MathBox> &above,
    const MathStyle &style);
MathBox root(const MathBox &inside, const MathStyle &style);
/// `∑` or `∏`, large, with what stands under and over it.
MathBox bigSign(const QString &symbol, const MathBox &under, const MathBox &over, const MathStyle &style);
/// Lines of a value and a condition behind a brace.
MathBox cases(const std::vector<std::pair<MathBox, MathBox>> &lines, const MathStyle &style);

enum class Bracket { None, Round, Bar, Floor, Ceiling, Brace };
/// Brackets that are as high as their content; a brace only to the left.
MathBox bracketed(const MathBox &inside, Bracket bracket, const MathStyle &style);

} // namespace thalweg

#pragma once

#include <house/faces/face.h>

#include <display/model/live_display.h>
#include <display/voice/announcer.h>

#include <memory>
#include <string>
#include <vector>

namespace starqueue::house {

/// A number as the hall's screen has it.
struct ShownCall
{
    std::string number;
    bool expected = false; ///< "please go to"

    friend bool operator==(const ShownCall&, const ShownCall&) = default;
};

/// The hall's screen and its voice. Tells "screen shows" when its numbers change, "screen calls out" for each
/// call that is to be spoken.
class DisplayFace final : public Face
{
public:
    DisplayFace(House& house, HallProgram& hall);
    ~DisplayFace() override;

    /// Null: it is dead.
    [[nodiscard]] display::DisplayModel* model();
    [[nodiscard]] bool hasHall() override;
    [[nodiscard]] std::chrono::seconds noticesLossWithin() const override
    {
        return display::DisplayModel::kStale + std::chrono::seconds{1};
    }
    /// In the large panel first, then the recent ones. None while it is dead.
    [[nodiscard]] std::vector<ShownCall> shown();

private:
    class Loudspeaker;
    struct Screen;

    void open() override;
    void close() override;
    void look();
    void callOut(const client::api::Call& call);

    std::unique_ptr<Screen> m_screen;
    std::vector<ShownCall> m_told;
};

} // namespace starqueue::house

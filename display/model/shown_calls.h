#pragma once

#include <client/calls/call_schedule.h>
#include <client/face/row_list.h>
#include <client/ui/sizes/call_grid_sizes.h>
#include <display/model/counter_sign.h>
#include <display/model/display_words.h>

namespace starqueue::display {

/// The calls as the screen shows them: the newest large, every other one that is expected in the grid, and
/// where there is room some that were answered. Lives on one thread.
class ShownCalls
{
public:
    static constexpr int kRecent = 4; ///< others, filled up with calls that were answered

    /// `words` outlives this.
    explicit ShownCalls(const DisplayWords& words);

    /// Decides anew what stands there; nothing does unless `visible`.
    void refresh(client::CallSchedule::Time now, bool visible);

    [[nodiscard]] const std::optional<client::CallSchedule::Row>& newest() const { return m_newest; }
    [[nodiscard]] CounterSign sign() const;
    /// Of its counter, in the main language; empty: the sign says it.
    [[nodiscard]] QString counterName() const;
    [[nodiscard]] QString counterOther() const;
    /// The newest call in words, as it is read out to who can't see it: "A012 3 号窗口".
    [[nodiscard]] QString said() const { return m_newest ? saidOf(m_newest->call) : QString(); }
    [[nodiscard]] client::RowList& others() { return m_others; }
    [[nodiscard]] const ui::CallGridSizes& grid() const { return m_grid; }
    [[nodiscard]] bool blinking() const { return m_blinking; }
    /// Expected calls for which the screen has no room.
    [[nodiscard]] int left() const { return m_left; }
    [[nodiscard]] client::CallSchedule& schedule() { return m_schedule; }
    [[nodiscard]] const client::CallSchedule& schedule() const { return m_schedule; }

private:
    [[nodiscard]] CounterSign signOf(const client::api::Call& call) const;
    [[nodiscard]] QString saidOf(const client::api::Call& call) const;
    [[nodiscard]] QString nameIn(const client::api::Call& call, const QString& name) const;
    [[nodiscard]] QVariantList cell(const client::CallSchedule::Row& row) const;
    void fill(QList<client::CallSchedule::Row> expected);

    const DisplayWords& m_words;
    client::CallSchedule m_schedule;
    std::optional<client::CallSchedule::Row> m_newest;
    client::RowList m_others;
    ui::CallGridSizes m_grid;
    int m_left = 0;
    bool m_blinking = false;
};

} // namespace starqueue::display

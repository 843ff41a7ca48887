#pragma once

#include <house/faces/face.h>

#include <counter/live_counter.h>

#include <memory>

namespace starqueue::house {

/// A counter's window and the clerk at it, who does what the window allows, presses twice, and puts a book on
/// the key for the next step. Tells "NAME presses" for each press that may send a command, and
/// "NAME shows" for each customer's number, which is empty when there is none.
class CounterFace final : public Face
{
public:
    CounterFace(House& house, HallProgram& hall, const std::string& counter);

    void start() override;
    /// Null: it is dead.
    [[nodiscard]] counter::CounterModel* model() { return m_window ? &m_window->model() : nullptr; }
    [[nodiscard]] const std::string& counter() const { return m_counter; }
    [[nodiscard]] bool hasHall() override { return model()->connected(); }
    [[nodiscard]] std::chrono::seconds noticesLossWithin() const override { return std::chrono::seconds{30}; }

private:
    using Model = counter::CounterModel;
    using Press = void (Model::*)();
    struct Key
    {
        const char* name;
        bool (Model::*can)() const;
        Press press;
        std::uint64_t wish; ///< how gladly a clerk presses it
    };
    static const Key kKeys[];

    void open() override;
    void close() override;
    void look();
    void workSoon();
    void work();
    void pressSome();
    void press(const Key& key);
    void leaveBook(int presses);
    void answerPrompt();
    void unpark();
    [[nodiscard]] const Key* anyKey();
    [[nodiscard]] std::chrono::nanoseconds timeHere();

    std::string m_counter;
    std::unique_ptr<counter::LiveCounter> m_window;
    std::string m_shown; ///< that was told last
};

} // namespace starqueue::house

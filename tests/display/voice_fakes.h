#pragma once

#include <client/calls/call_schedule.h>
#include <display/display_boards.h>
#include <display/voice/audio_sink.h>
#include <display/voice/clip_store.h>
#include <display/voice/sound/levels.h>
#include <display/voice/synthesiser.h>

#include <QFile>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace starqueue::display::test {

inline client::api::Call call(const QString& number, const QString& counter)
{
    return {.ticket = "id-" + number,
            .number = number,
            .counter = counter,
            .counterName = {counter + u"号窗口"_s, "Counter " + counter},
            .sign = counter,
            .at = {},
            .recalls = 0,
            .state = client::api::TicketState::Called};
}

/// Calls of a hall whose boards the schedule takes on the test's clock.
struct CallsOfAHall
{
    TurnedClock hands{};
    client::CallSchedule schedule{};
    QList<client::api::Call> calls{}; ///< newest first

    CallsOfAHall() { take(); }
    void take() { schedule.take(calls, {}, hands.steady); }
    /// Whoever is called already is called again.
    void call(const QString& number, const QString& counter)
    {
        if (const auto known = find(number); known != calls.end())
            ++known->recalls;
        else
            calls.prepend(test::call(number, counter));
    }
    void serve(const QString& number) { find(number)->state = client::api::TicketState::Serving; }
    [[nodiscard]] bool isExpected(const QString& number) { return find(number)->expected(); }

private:
    QList<client::api::Call>::iterator find(const QString& number)
    {
        return std::ranges::find(calls, number, &client::api::Call::number);
    }
};

/// A steady tone of that length.
inline QByteArray tone(std::chrono::milliseconds length = std::chrono::milliseconds{2'000}, double size = 0.3)
{
    Wave wave(static_cast<std::size_t>(kSamplesPerSecond * length.count() / 1000));
    for (std::size_t i = 0; i < wave.size(); ++i)
        wave[i] = size * std::sin(static_cast<double>(i) * 0.2);
    return samplesOf(wave);
}

/// Answers when the test says so: 2.5 s for whole sentences, 1.5 s for brief ones.
class HeldSynthesiser : public Synthesiser
{
public:
    QList<Piece> asked;
    QByteArray answered; ///< last
    bool fails = false;

    void answer()
    {
        while (m_answers < asked.size()) {
            const bool isWhole =
                asked[m_answers].text.contains("qing3"_L1) || asked[m_answers].text.contains("please"_L1);
            answered = fails ? QByteArray() : tone(std::chrono::milliseconds{isWhole ? 2'500 : 1'500});
            ++m_answers;
            emit said(answered);
        }
    }

private:
    void doSay(const Piece& words) override { asked << words; }

    qsizetype m_answers = 0;
};

/// Ends a piece when the test says so, and fails it when two play at once.
class HeldSink : public AudioSink
{
public:
    QList<QByteArray> pieces;
    bool playing = false;

    void end()
    {
        playing = false;
        emit finished();
    }

private:
    void doPlay(const QByteArray& samples) override
    {
        EXPECT_FALSE(playing) << "two calls are spoken at once";
        playing = true;
        pieces << samples;
    }
};

inline QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace starqueue::display::test

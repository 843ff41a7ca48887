#pragma once

#include <display/display_boards.h>
#include <display/voice/audio_sink.h>
#include <display/voice/clip_store.h>
#include <display/voice/synthesiser.h>

#include <QFile>

#include <gtest/gtest.h>

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

inline client::api::Call callTo(const QString& sign)
{
    client::api::Call lounge = call("A1", "1");
    lounge.sign = sign;
    return lounge;
}

/// Answers when the test says so.
class HeldSynthesiser : public Synthesiser
{
public:
    QList<Piece> asked;

private:
    void doSay(const Piece& words) override { asked << words; }
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

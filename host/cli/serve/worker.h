#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace thalweg {

/// A thread that does one job after the other. It lives until the process ends, for a job may never end by itself.
class Worker {
public:
    Worker() : thread_([this] { loop(); }) { }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void post(std::function<void()> job)
    {
        {
            const std::lock_guard lock(mutex_);
            jobs_.push_back(std::move(job));
        }
        awaited_.notify_one();
    }

private:
    [[noreturn]] void loop()
    {
        std::unique_lock lock(mutex_);
        while (true) {
            awaited_.wait(lock, [this] { return !jobs_.empty(); });
            const std::vector<std::function<void()>> jobs = std::exchange(jobs_, {});
            lock.unlock();
            for (const auto &job : jobs)
                job();
            lock.lock();
        }
    }

    std::mutex mutex_;
    std::condition_variable awaited_;
    std::vector<std::function<void()>> jobs_;
    std::thread thread_;
};

} // namespace thalweg

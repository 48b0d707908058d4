//! The runtime of those examples that need one: a pool of threads, timers and TCP, of nothing but
//! `std`.
//!
//! It is as simple as can be. There is no `epoll`: who waits for a socket asks it again a
//! millisecond later.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::future::poll_fn;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream, ToSocketAddrs};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, OnceLock, mpsc};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, JoinHandle, Thread};
use std::time::{Duration, Instant};

// Running futures -------------------------------------------------------------------------------

/// Run a future on this thread.
pub fn block_on<F: Future>(future: F) -> F::Output {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut cx = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut cx) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

/// Run a future on the threads of the pool: each poll on whichever of them is free, and that is why
/// it has to be `Send`. The result is a future of its output.
pub fn spawn<F>(future: F) -> impl Future<Output = F::Output> + Send
where
    F: Future<Output: Send + 'static> + Send + 'static,
{
    let shared = Arc::new(Mutex::new((None, None::<Waker>)));
    let sender = shared.clone();
    let task = async move {
        let output = future.await;
        let mut shared = sender.lock().unwrap();
        shared.0 = Some(output);
        if let Some(waker) = shared.1.take() {
            waker.wake();
        }
    };
    Arc::new(Task { future: Mutex::new(Some(Box::pin(task))), is_queued: AtomicBool::new(false) })
        .wake();
    poll_fn(move |cx| {
        let mut shared = shared.lock().unwrap();
        match shared.0.take() {
            Some(output) => Poll::Ready(output),
            None => {
                shared.1 = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    })
}

/// Run a future on a new thread.
pub fn spawn_thread<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future<Output: Send> + Send + 'static,
{
    thread::spawn(move || block_on(future))
}

/// Let others run: wait once.
pub async fn yield_now() {
    let mut yielded = false;
    poll_fn(|cx| {
        if yielded {
            return Poll::Ready(());
        }
        yielded = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await
}

struct Task {
    future: Mutex<Option<Pin<Box<dyn Future<Output = ()> + Send>>>>,
    is_queued: AtomicBool,
}

impl Wake for Task {
    fn wake(self: Arc<Self>) {
        if !self.is_queued.swap(true, Ordering::AcqRel) {
            queue().send(self).expect("the pool's threads live as long as the program");
        }
    }
}

impl Task {
    fn poll(self: Arc<Self>) {
        self.is_queued.store(false, Ordering::Release);
        let waker = Waker::from(self.clone());
        let mut future = self.future.lock().unwrap();
        if let Some(running) = &mut *future
            && running.as_mut().poll(&mut Context::from_waker(&waker)).is_ready()
        {
            *future = None;
        }
    }
}

fn queue() -> &'static mpsc::Sender<Arc<Task>> {
    static QUEUE: OnceLock<mpsc::Sender<Arc<Task>>> = OnceLock::new();
    QUEUE.get_or_init(|| {
        let (sender, receiver) = mpsc::channel::<Arc<Task>>();
        let receiver = Arc::new(Mutex::new(receiver));
        for _ in 0..3 {
            let receiver = receiver.clone();
            thread::spawn(move || {
                loop {
                    let next = receiver.lock().unwrap().recv();
                    let Ok(task) = next else { break };
                    task.poll();
                }
            });
        }
        sender
    })
}

// Time ------------------------------------------------------------------------------------------

pub async fn sleep(duration: Duration) {
    let deadline = Instant::now() + duration;
    poll_fn(|cx| {
        if Instant::now() >= deadline {
            return Poll::Ready(());
        }
        wake_at(deadline, cx.waker().clone());
        Poll::Pending
    })
    .await;
}

/// The future's output, or `None` if it takes longer than that.
pub async fn timeout<F: Future>(limit: Duration, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut limit = pin!(sleep(limit));
    poll_fn(|cx| {
        if let Poll::Ready(output) = future.as_mut().poll(cx) {
            return Poll::Ready(Some(output));
        }
        limit.as_mut().poll(cx).map(|()| None)
    })
    .await
}

fn wake_at(deadline: Instant, waker: Waker) {
    /// Ordered by the deadline alone.
    struct Timer(Reverse<Instant>, Waker);
    impl Ord for Timer {
        fn cmp(&self, other: &Self) -> std::cmp::Ordering {
            self.0.cmp(&other.0)
        }
    }
    impl PartialOrd for Timer {
        fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
            Some(self.cmp(other))
        }
    }
    impl PartialEq for Timer {
        fn eq(&self, other: &Self) -> bool {
            self.0 == other.0
        }
    }
    impl Eq for Timer {}

    static TIMERS: Mutex<BinaryHeap<Timer>> = Mutex::new(BinaryHeap::new());
    static ADDED: Condvar = Condvar::new();
    static THREAD: OnceLock<()> = OnceLock::new();

    TIMERS.lock().unwrap().push(Timer(Reverse(deadline), waker));
    ADDED.notify_one();
    THREAD.get_or_init(|| {
        thread::spawn(|| {
            let mut timers = TIMERS.lock().unwrap();
            loop {
                let now = Instant::now();
                while timers.peek().is_some_and(|timer| timer.0.0 <= now) {
                    timers.pop().unwrap().1.wake();
                }
                let wait = timers.peek().map_or(Duration::from_secs(1), |timer| timer.0.0 - now);
                timers = ADDED.wait_timeout(timers, wait).unwrap().0;
            }
        });
    });
}

// TCP -------------------------------------------------------------------------------------------

/// Try until it would not block.
async fn retry<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match attempt() {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                sleep(Duration::from_millis(1)).await;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

pub struct Listener(TcpListener);

impl Listener {
    pub fn bind(address: impl ToSocketAddrs) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        Ok(Listener(listener))
    }

    pub fn address(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }

    pub async fn accept(&self) -> io::Result<Lines> {
        let (stream, _) = retry(|| self.0.accept()).await?;
        Lines::new(stream)
    }
}

/// A connection that lines go over.
pub struct Lines {
    stream: TcpStream,
    received: Vec<u8>,
}

impl Lines {
    fn new(stream: TcpStream) -> io::Result<Self> {
        stream.set_nonblocking(true)?;
        stream.set_nodelay(true)?;
        Ok(Lines { stream, received: vec![] })
    }

    /// Connecting blocks the thread.
    pub fn connect(address: impl ToSocketAddrs) -> io::Result<Self> {
        Lines::new(TcpStream::connect(address)?)
    }

    /// The next line, or `None` if there will be no more.
    pub async fn read(&mut self) -> io::Result<Option<String>> {
        loop {
            if let Some(end) = self.received.iter().position(|&byte| byte == b'\n') {
                let line: Vec<u8> = self.received.drain(..=end).collect();
                return Ok(Some(String::from_utf8_lossy(&line).trim_end().to_owned()));
            }
            let mut buffer = [0; 512];
            match retry(|| self.stream.read(&mut buffer)).await? {
                0 => return Ok(None),
                read => self.received.extend_from_slice(&buffer[..read]),
            }
        }
    }

    pub async fn write(&mut self, line: &str) -> io::Result<()> {
        let bytes = format!("{line}\n").into_bytes();
        let mut rest = &bytes[..];
        while !rest.is_empty() {
            let written = retry(|| self.stream.write(rest)).await?;
            rest = &rest[written..];
        }
        Ok(())
    }
}

import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Failure } from '../parts/failure';
import { unreachable } from '../api/problem';
import { useTexts } from '../text/language';
import { ChunkFailed, forgetFailedParts } from './onDemand';

/** Keeps a page that fails from taking the frame with it. */
export class Fence extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentWillUnmount() {
    forgetFailedParts();
  }

  private readonly retry = () => {
    forgetFailedParts();
    this.setState({ error: undefined });
  };

  override render() {
    const { error } = this.state;
    if (error === undefined) {
      return this.props.children;
    }
    if (error instanceof ChunkFailed && error.isOutdated) {
      return <NewVersion />;
    }
    return (
      <Failure
        error={error instanceof ChunkFailed ? unreachable(error) : error}
        retry={this.retry}
      />
    );
  }
}

/** Says that this version of the page is no longer served. */
function NewVersion() {
  const { banner } = useTexts();
  return (
    <div className="notice" role="alert">
      <p>{banner.newVersion}</p>
      <Button size="xs" onClick={() => globalThis.location.reload()}>
        {banner.reload}
      </Button>
    </div>
  );
}
